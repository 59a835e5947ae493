import type { SentenceText } from '../../graph/sentences.js'

/** What is wrong with a workflow, in German, by the English sentence in graph/sentences.ts. */
export const de: Readonly<Record<SentenceText, string>> = {
  // Putting together
  '{{first}} {{second}}': '{{first}} {{second}}',
  '{{names}} and {{count}} more': '{{names}} und {{count}} weitere',
  nothing: 'nichts',
  '“{{name}}”': '„{{name}}“',
  '“{{node}}”: {{what}}': '„{{node}}“: {{what}}',
  '{{path}}: {{what}}': '{{path}}: {{what}}',
  '{{fault}}.': '{{fault}}.',
  '{{fault}}; it is {{number}}.': '{{fault}}; angegeben ist {{number}}.',
  'Did you mean {{first}}?': 'Meinten Sie {{first}}?',
  'Did you mean {{first}} or {{second}}?': 'Meinten Sie {{first}} oder {{second}}?',
  'Did you mean {{first}} or {{second}} or {{third}}?':
    'Meinten Sie {{first}}, {{second}} oder {{third}}?',

  // What a value must be
  '{{subject}} must be {{choices}}': '{{subject}} muss {{choices}} sein',
  '{{subject}} must have {{limits}} characters': '{{subject}} muss {{limits}} Zeichen haben',
  '{{subject}} must have {{limits}} characters; it has {{count}}.':
    '{{subject}} muss {{limits}} Zeichen haben; es sind {{count}}.',
  '{{subject}} must have {{limits}} entries': '{{subject}} muss {{limits}} Einträge haben',
  '{{subject}} must be a multiple of {{divisor}}':
    '{{subject}} muss ein Vielfaches von {{divisor}} sein',
  '{{subject}} must be a whole number from 1 to {{max}}, or {{example}} of a number input':
    '{{subject}} muss eine ganze Zahl zwischen 1 und {{max}} sein, oder {{example}} einer Zahleneingabe',
  '{{subject}} holds characters that cannot be stored.':
    '{{subject}} enthält Zeichen, die sich nicht speichern lassen.',
  '{{subject}} is missing.': '{{subject}} fehlt.',
  '{{subject}} must not be empty.': '{{subject}} darf nicht leer sein.',
  '{{subject}} is not valid: {{reason}}.': '{{subject}} ist nicht gültig: {{reason}}.',
  '{{subject}} {{foreign}}': '{{subject}} {{foreign}}',
  'from {{min}} to {{max}}': 'zwischen {{min}} und {{max}}',
  'at least {{min}}': 'mindestens {{min}}',
  'at most {{max}}': 'höchstens {{max}}',
  'more than {{min}}': 'mehr als {{min}}',
  'less than {{max}}': 'weniger als {{max}}',
  text: 'Text',
  'a number': 'eine Zahl',
  'a number {{range}}': 'eine Zahl {{range}}',
  'a whole number': 'eine ganze Zahl',
  'a whole number {{range}}': 'eine ganze Zahl {{range}}',
  'true or false': 'wahr oder falsch',
  'a list': 'eine Liste',
  'an object': 'ein Objekt',

  // The graph
  'The graph must be an object with nodes and edges.':
    'Der Graph muss ein Objekt mit Knoten (nodes) und Verbindungen (edges) sein.',
  'The graph is nested more than {{levels}} levels deep.':
    'Der Graph ist mehr als {{levels}} Ebenen tief verschachtelt.',
  'The workflow has no nodes yet. Add at least one.':
    'Der Workflow hat noch keine Knoten. Fügen Sie mindestens einen hinzu.',
  'The graph needs a list of {{things}}; it may be empty only for edges.':
    'Der Graph braucht eine Liste der {{things}}; leer darf nur die der Verbindungen sein.',
  'The {{things}} of a graph must be a list.':
    'Die {{things}} eines Graphen müssen eine Liste sein.',
  'A workflow can have at most {{limit}} {{things}}; this one has {{count}}.':
    'Ein Workflow kann höchstens {{limit}} {{things}} haben; dieser hat {{count}}.',
  'A workflow can have at most {{limit}} {{things}}.':
    'Ein Workflow kann höchstens {{limit}} {{things}} haben.',
  nodes: 'Knoten',
  edges: 'Verbindungen',
  notes: 'Notizen',
  'This workflow runs in a circle: {{way}}.': 'Dieser Workflow läuft im Kreis: {{way}}.',

  // Nodes
  'Two nodes have the id “{{id}}” (node {{first}} and node {{second}}). Give one of them another id.':
    'Zwei Knoten haben die Id „{{id}}“ (Knoten {{first}} und Knoten {{second}}). Geben Sie einem von ihnen eine andere Id.',
  'Node {{position}} must be an object with id, type, label, position and config.':
    'Knoten {{position}} muss ein Objekt mit id, type, label, position und config sein.',
  'Node {{position}} needs an id; it must {{rule}}.':
    'Knoten {{position}} braucht eine Id; sie muss {{rule}}.',
  'The id of node {{position}} must be text; it must {{rule}}.':
    'Die Id von Knoten {{position}} muss Text sein; sie muss {{rule}}.',
  'A node cannot be called “{{id}}”: an id must {{rule}}, and not be the name of something every object has, such as “toString”.':
    'Ein Knoten kann nicht „{{id}}“ heißen: Eine Id muss {{rule}}, und sie darf nicht heißen wie etwas, das jedes Objekt hat, etwa „toString“.',
  'An id must {{rule}}.': 'Eine Id muss {{rule}}.',
  'Another node has the id “{{id}}” already.': 'Ein anderer Knoten hat schon die Id „{{id}}“.',
  'start with a letter and have at most 64 letters, digits, hyphens and underscores':
    'mit einem Buchstaben beginnen und darf höchstens 64 Buchstaben, Ziffern, Binde- und Unterstriche haben',
  'Node {{position}}': 'Knoten {{position}}',
  '{{node}} needs a type.': '{{node}} braucht einen Typ.',
  'The type of {{node}} must be a name.': 'Der Typ von {{node}} muss ein Name sein.',
  'The label of {{node}} must be text.': 'Die Beschriftung von {{node}} muss Text sein.',
  'The label of {{node}} holds characters that cannot be stored.':
    'Die Beschriftung von {{node}} enthält Zeichen, die sich nicht speichern lassen.',
  'The position of {{thing}} must be { x, y } with two numbers.':
    'Die Position von {{thing}} muss { x, y } mit zwei Zahlen sein.',
  'The settings of {{node}} must be an object.':
    'Die Einstellungen von {{node}} müssen ein Objekt sein.',
  'What is noted at {{node}}': 'Die Notiz an {{node}}',
  'this name is not allowed as a key.': 'Dieser Name ist als Schlüssel nicht erlaubt.',
  'the text holds a NUL character or half of a surrogate pair, which the database cannot store.':
    'Der Text enthält ein NUL-Zeichen oder ein halbes Surrogatpaar, und das kann die Datenbank nicht speichern.',
  'this must be a finite number.': 'Dies muss eine endliche Zahl sein.',
  'this is no JSON value.': 'Dies ist kein JSON-Wert.',
  '“{{node}}” is of the unknown type “{{type}}”.': '„{{node}}“ hat den unbekannten Typ „{{type}}“.',
  'The types of this site are {{types}}.': 'Möglich sind auf dieser Website {{types}}.',
  '“{{node}}” is connected to nothing. Connect it or remove it.':
    '„{{node}}“ ist mit nichts verbunden. Verbinden oder entfernen Sie den Knoten.',
  '“{{node}}” needs something before it. Connect a node to it.':
    '„{{node}}“ braucht etwas davor. Verbinden Sie einen Knoten damit.',
  '“{{node}}” needs at least {{least}} incoming edges, but has {{count}}.':
    '„{{node}}“ braucht mindestens {{least}} eingehende Verbindungen; vorhanden: {{count}}.',

  // Notes
  'Two notes have the id “{{id}}”. Give one of them another id.':
    'Zwei Notizen haben die Id „{{id}}“. Geben Sie einer von ihnen eine andere Id.',
  'Note {{position}} must be an object with text, position and size.':
    'Notiz {{position}} muss ein Objekt mit text, position und size sein.',
  'The id of note {{position}} must be text of 1 to 64 characters.':
    'Die Id von Notiz {{position}} muss ein Text von 1 bis 64 Zeichen sein.',
  'The size of note {{position}} must be { width, height } with two numbers from {{least}} to {{most}}.':
    'Die Größe von Notiz {{position}} muss { width, height } mit zwei Zahlen zwischen {{least}} und {{most}} sein.',
  'Note {{position}}': 'Notiz {{position}}',
  'note {{position}}': 'Notiz {{position}}',

  // Edges
  'Two edges have the id “{{id}}”. Give one of them another id.':
    'Zwei Verbindungen haben die Id „{{id}}“. Geben Sie einer von ihnen eine andere Id.',
  'Edge {{position}} must be an object with source and target.':
    'Verbindung {{position}} muss ein Objekt mit source und target sein.',
  'The {{key}} of edge {{position}} must be text that can be stored.':
    'Die Angabe {{key}} von Verbindung {{position}} muss Text sein, der sich speichern lässt.',
  'Edge {{position}} needs a {{key}}: the id of a node.':
    'Verbindung {{position}} braucht die Angabe {{key}}: die Id eines Knotens.',
  'The edge from “{{source}}” to “{{target}}”': 'Die Verbindung von „{{source}}“ zu „{{target}}“',
  '{{edge}} has no source: there is no node “{{id}}”.':
    '{{edge}} hat keinen Anfang: Es gibt keinen Knoten „{{id}}“.',
  '{{edge}} has no target: there is no node “{{id}}”.':
    '{{edge}} hat kein Ziel: Es gibt keinen Knoten „{{id}}“.',
  '{{edge}} is there twice. Remove one of the two.':
    '{{edge}} ist doppelt vorhanden. Entfernen Sie eine der beiden.',
  '“{{node}}” is connected to itself. Remove this edge.':
    '„{{node}}“ ist mit sich selbst verbunden. Entfernen Sie diese Verbindung.',
  '{{edge}} leaves at “{{port}}”, but {{why}}.': '{{edge}} beginnt an „{{port}}“, aber {{why}}.',
  '{{edge}} arrives at “{{port}}”, but {{why}}.': '{{edge}} endet an „{{port}}“, aber {{why}}.',
  '“{{node}}” only has {{ports}}': '„{{node}}“ hat nur {{ports}}',
  '“{{node}}” takes nothing in': '„{{node}}“ nimmt nichts auf',
  '“{{node}}” passes nothing on': '„{{node}}“ gibt nichts weiter',
  '“{{from}}” cannot be connected to “{{to}}”: it passes on {{given}}, but there {{wanted}} must arrive.':
    '„{{from}}“ kann nicht mit „{{to}}“ verbunden werden: Weitergegeben wird {{given}}, ankommen muss dort aber {{wanted}}.',
  copies: 'Texte',
  images: 'Bilder',
  items: 'Elemente',
  'what came in': 'was hereinkam',
  'nothing but “go on”': 'nur „weiter“',

  // Inputs and their answers
  'The inputs must be a list.': 'Die Eingaben müssen eine Liste sein.',
  'A template can ask for at most {{limit}} inputs; this one has {{count}}.':
    'Eine Vorlage kann höchstens {{limit}} Eingaben abfragen; diese hat {{count}}.',
  'Input {{position}} must be an object with name, label and type.':
    'Eingabe {{position}} muss ein Objekt mit name, label und type sein.',
  'Two inputs have the name “{{name}}”. Give one of them another name.':
    'Zwei Eingaben haben den Namen „{{name}}“. Geben Sie einer von ihnen einen anderen Namen.',
  'Another input has the name “{{name}}” already.':
    'Eine andere Eingabe hat schon den Namen „{{name}}“.',
  'Input {{position}} needs a name; it must {{rule}}.':
    'Eingabe {{position}} braucht einen Namen; er muss {{rule}}.',
  'An input cannot be called {{name}}: a name must {{rule}}.':
    'Eine Eingabe kann nicht {{name}} heißen: Ein Name muss {{rule}}.',
  that: 'so',
  'start with a letter and have at most 64 letters, digits and underscores, because prompts read it as {{example}}':
    'mit einem Buchstaben beginnen und darf höchstens 64 Buchstaben, Ziffern und Unterstriche haben, denn Prompts lesen ihn als {{example}}',
  'An input cannot be called “{{name}}”: prompts already mean something by it ({{names}}, or a word of the prompt language).':
    'Eine Eingabe kann nicht „{{name}}“ heißen: In Prompts hat das schon eine Bedeutung ({{names}}, oder ein Wort der Promptsprache).',
  'The label of an input must be text that can be stored.':
    'Die Beschriftung einer Eingabe muss Text sein, der sich speichern lässt.',
  'The description of an input must be text that can be stored.':
    'Die Beschreibung einer Eingabe muss Text sein, der sich speichern lässt.',
  'The type of “{{input}}” must be {{types}}.': 'Der Typ von „{{input}}“ muss {{types}} sein.',
  '“Required” of “{{input}}” must be true or false.':
    '„Erforderlich“ von „{{input}}“ muss wahr oder falsch sein.',
  'The {{key}} of “{{input}}” must be a number.':
    'Die Angabe {{key}} von „{{input}}“ muss eine Zahl sein.',
  'The max of “{{input}}” must not be below its min.':
    'Das Maximum von „{{input}}“ darf nicht unter dem Minimum liegen.',
  'The default does not fit: {{why}}': 'Der Standardwert passt nicht: {{why}}',
  '“{{input}}” needs a list of options to choose from.':
    '„{{input}}“ braucht eine Liste von Optionen zur Auswahl.',
  '“{{input}}” can have {{limit}} options at most.':
    '„{{input}}“ kann höchstens {{limit}} Optionen haben.',
  'Option {{position}} of “{{input}}” must be { label, value } with a text as value.':
    'Option {{position}} von „{{input}}“ muss { label, value } mit einem Text als Wert sein.',
  '“{{input}}” has the option “{{option}}” twice.':
    '„{{input}}“ hat die Option „{{option}}“ doppelt.',
  'The params must be an object with a value for each input.':
    'Die Angaben müssen ein Objekt mit einem Wert für jede Eingabe sein.',
  '“{{input}}” is required.': '„{{input}}“ ist erforderlich.',
  'The template has no input “{{name}}”.': 'Die Vorlage hat keine Eingabe „{{name}}“.',
  'It asks for {{names}}.': 'Abgefragt wird {{names}}.',
  'This template asks for nothing.': 'Diese Vorlage fragt nichts ab.',
  'The default params must be an object of names and values.':
    'Die Startwerte müssen ein Objekt aus Namen und Werten sein.',
  '“{{name}}” is the quantity of “{{node}}” and must be a whole number from 1 to {{limit}}; none was given.':
    '„{{name}}“ ist die Anzahl von „{{node}}“ und muss eine ganze Zahl zwischen 1 und {{limit}} sein; angegeben wurde keine.',
  '“{{name}}” is the quantity of “{{node}}” and must be a whole number from 1 to {{limit}}; it is {{number}}.':
    '„{{name}}“ ist die Anzahl von „{{node}}“ und muss eine ganze Zahl zwischen 1 und {{limit}} sein; angegeben ist {{number}}.',

  // Settings
  'the settings': 'Der Satz der Einstellungen',
  '{{outer}} {{inner}}': '{{outer}} {{inner}}',
  'there is no setting “{{key}}”. Allowed are {{keys}}.':
    'Es gibt keine Einstellung „{{key}}“. Erlaubt ist {{keys}}.',
  'its settings could not be checked ({{reason}}).':
    'Die Einstellungen konnten nicht geprüft werden ({{reason}}).',
  '“{{node}}” needs {{needed}}, but no node before it makes any. Connect one that does.':
    '„{{node}}“ braucht {{needed}}, aber kein Knoten davor erzeugt welche. Verbinden Sie einen, der das tut.',
  '“{{node}}” takes {{needed}} from “{{source}}”, but there is no such node.':
    '„{{node}}“ nimmt {{needed}} von „{{source}}“, aber einen solchen Knoten gibt es nicht.',
  '“{{node}}” takes {{needed}} from “{{source}}”, which does not run before it.':
    '„{{node}}“ nimmt {{needed}} von „{{source}}“, aber dieser Knoten läuft nicht davor.',
  '“{{node}}” takes {{needed}} from “{{source}}”, which has none.':
    '„{{node}}“ nimmt {{needed}} von „{{source}}“, aber dort gibt es keine.',
  'Possible: {{nodes}}.': 'Möglich: {{nodes}}.',
  'No node before it has {{needed}}: connect one first.':
    'Kein Knoten davor hat {{needed}}: Verbinden Sie zuerst einen.',
  'Choose the context documents of this node, or use those of the launch.':
    'Wählen Sie die Kontextdokumente dieses Knotens, oder nehmen Sie die beim Start gewählten.',
  'Rule {{position}} needs a value to compare with.':
    'Regel {{position}} braucht einen Wert zum Vergleichen.',
  'Rule {{position}} compares numbers, so its value must be a number.':
    'Regel {{position}} vergleicht Zahlen, deshalb muss ihr Wert eine Zahl sein.',

  // Variables
  '{{setting}} cannot be read at line {{line}}, column {{column}}: {{reason}}.':
    '{{setting}} ist in Zeile {{line}}, Spalte {{column}} nicht lesbar: {{reason}}.',
  '{{setting}} uses “{{variable}}”, but {{why}}':
    '{{setting}} verwendet „{{variable}}“, aber {{why}}',
  '“{{node}}” compares “{{field}}”, but {{why}}': '„{{node}}“ vergleicht „{{field}}“, aber {{why}}',
  '“{{node}}” takes its quantity from {{source}}, but {{why}}':
    '„{{node}}“ nimmt die Anzahl aus {{source}}, aber {{why}}',
  'a condition reads params.<input> or nodes.<id>.output.<field>.':
    'eine Bedingung liest params.<input> oder nodes.<id>.output.<field>.',
  'the input “{{name}}” asks for no number.': 'die Eingabe „{{name}}“ fragt nach keiner Zahl.',
  'the workflow has no input “{{name}}”.': 'der Workflow hat keine Eingabe „{{name}}“.',
  'Number inputs: {{names}}.': 'Zahleneingaben: {{names}}.',
  'It has no number inputs.': 'Er hat keine Zahleneingaben.',
  'Inputs: {{names}}.': 'Eingaben: {{names}}.',
  'It has no inputs.': 'Er hat keine Eingaben.',
  'there is no node “{{id}}”.': 'es gibt keinen Knoten „{{id}}“.',
  '“{{node}}” does not run before this node.': '„{{node}}“ läuft nicht vor diesem Knoten.',
  'Before it: {{nodes}}.': 'Davor: {{nodes}}.',
  '“{{node}}” has no output “{{output}}”.': '„{{node}}“ hat keine Ausgabe „{{output}}“.',
  'It has {{names}}.': 'Vorhanden: {{names}}.',
  'write it as nodes.<id>.output.<field>, with the id of a node before this one.':
    'schreiben Sie es als nodes.<id>.output.<field>, mit der Id eines Knotens vor diesem.',
  'there is no such variable.': 'eine solche Variable gibt es nicht.',
  'Known: {{names}}, and nodes.<id>.output.<field> of nodes before this one.':
    'Bekannt: {{names}} und nodes.<id>.output.<field> von Knoten vor diesem.',
  'there is an item only when this node goes through the items of another one: choose it in {{settings}}.':
    'ein Element gibt es nur, wenn dieser Knoten die Elemente eines anderen durchgeht: Wählen Sie ihn in {{settings}}.',
  'nodes of this type have no item.': 'Knoten dieses Typs haben kein Element.',
  'an item of “{{source}}” has no “{{output}}”.':
    'ein Element von „{{source}}“ hat kein „{{output}}“.',
  '“{{name}}” is a single value and has no “{{output}}”.':
    '„{{name}}“ ist ein einzelner Wert und hat kein „{{output}}“.',

  // The builder, before anything is drawn or read
  'This workflow has {{size}} KB. Up to {{limit}} KB can be saved for certain; above that the server may refuse it, and the work then stays in this browser only. Shorten its longest prompts, or move some steps into a second workflow.':
    'Dieser Workflow hat {{size}} KB. Bis {{limit}} KB lassen sich sicher speichern; darüber kann der Server ablehnen, und die Arbeit bleibt dann nur in diesem Browser. Kürzen Sie die längsten Prompts, oder verlegen Sie einige Schritte in einen zweiten Workflow.',
  'A workflow can have at most {{limit}} {{things}}; with this it would have {{count}}.':
    'Ein Workflow kann höchstens {{limit}} {{things}} haben; hiermit wären es {{count}}.',
  'One of the two nodes is not there any more.': 'Einer der beiden Knoten ist nicht mehr da.',
  'This edge is not there any more.': 'Diese Verbindung ist nicht mehr da.',
  '“{{node}}” cannot be connected to itself.':
    '„{{node}}“ kann nicht mit sich selbst verbunden werden.',
  'The branch “{{branch}}” of “{{from}}” already leads to “{{to}}”.':
    'Der Zweig „{{branch}}“ von „{{from}}“ führt schon zu „{{to}}“.',
  '“{{from}}” already leads to “{{to}}”.': '„{{from}}“ führt schon zu „{{to}}“.',
  'This would run in a circle: {{way}}. A workflow only runs forward.':
    'Das liefe im Kreis: {{way}}. Ein Workflow läuft nur vorwärts.',
  'The file is nested more than {{levels}} levels deep.':
    'Die Datei ist mehr als {{levels}} Ebenen tief verschachtelt.',
  'The clipboard holds no steps of a workflow.':
    'In der Zwischenablage liegen keine Schritte eines Workflows.',
  'These steps were copied by another version of the plugin and cannot be pasted.':
    'Diese Schritte wurden mit einer anderen Version des Plugins kopiert und können nicht eingefügt werden.',
}
