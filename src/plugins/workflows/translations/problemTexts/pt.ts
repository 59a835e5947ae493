import type { SentenceText } from '../../graph/sentences.js'

/** What is wrong with a workflow, in Portuguese, by the English sentence in graph/sentences.ts. */
export const pt: Readonly<Record<SentenceText, string>> = {
  // Putting together
  '{{first}} {{second}}': '{{first}} {{second}}',
  '{{names}} and {{count}} more': '{{names}} e mais {{count}}',
  nothing: 'nada',
  '“{{name}}”': '“{{name}}”',
  '“{{node}}”: {{what}}': '“{{node}}”: {{what}}',
  '{{path}}: {{what}}': '{{path}}: {{what}}',
  '{{fault}}.': '{{fault}}.',
  '{{fault}}; it is {{number}}.': '{{fault}}; foi indicado {{number}}.',
  'Did you mean {{first}}?': 'Queria dizer {{first}}?',
  'Did you mean {{first}} or {{second}}?': 'Queria dizer {{first}} ou {{second}}?',
  'Did you mean {{first}} or {{second}} or {{third}}?':
    'Queria dizer {{first}}, {{second}} ou {{third}}?',

  // What a value must be
  '{{subject}} must be {{choices}}': '{{subject}} tem de ser {{choices}}',
  '{{subject}} must have {{limits}} characters': '{{subject}} tem de ter {{limits}} carateres',
  '{{subject}} must have {{limits}} characters; it has {{count}}.':
    '{{subject}} tem de ter {{limits}} carateres; tem {{count}}.',
  '{{subject}} must have {{limits}} entries': '{{subject}} tem de ter {{limits}} entradas',
  '{{subject}} must be a multiple of {{divisor}}':
    '{{subject}} tem de ser um múltiplo de {{divisor}}',
  '{{subject}} must be a whole number from 1 to {{max}}, or {{example}} of a number input':
    '{{subject}} tem de ser um número inteiro entre 1 e {{max}}, ou {{example}} de uma entrada numérica',
  '{{subject}} holds characters that cannot be stored.':
    '{{subject}} contém carateres que não podem ser guardados.',
  '{{subject}} is missing.': 'Falta {{subject}}.',
  '{{subject}} must not be empty.': '{{subject}} não pode ficar em branco.',
  '{{subject}} is not valid: {{reason}}.': '{{subject}} não é válido: {{reason}}.',
  '{{subject}} {{foreign}}': '{{subject}} {{foreign}}',
  'from {{min}} to {{max}}': 'entre {{min}} e {{max}}',
  'at least {{min}}': 'no mínimo {{min}}',
  'at most {{max}}': 'no máximo {{max}}',
  'more than {{min}}': 'mais de {{min}}',
  'less than {{max}}': 'menos de {{max}}',
  text: 'texto',
  'a number': 'um número',
  'a number {{range}}': 'um número {{range}}',
  'a whole number': 'um número inteiro',
  'a whole number {{range}}': 'um número inteiro {{range}}',
  'true or false': 'verdadeiro ou falso',
  'a list': 'uma lista',
  'an object': 'um objeto',

  // The graph
  'The graph must be an object with nodes and edges.':
    'O grafo tem de ser um objeto com nós (nodes) e ligações (edges).',
  'The graph is nested more than {{levels}} levels deep.':
    'O grafo tem mais de {{levels}} níveis de profundidade.',
  'The workflow has no nodes yet. Add at least one.':
    'O workflow ainda não tem nós. Adicione pelo menos um.',
  'The graph needs a list of {{things}}; it may be empty only for edges.':
    'O grafo precisa de uma lista de {{things}}; só a de ligações pode estar vazia.',
  'The {{things}} of a graph must be a list.':
    'Num grafo, o conjunto de {{things}} tem de ser uma lista.',
  'A workflow can have at most {{limit}} {{things}}; this one has {{count}}.':
    'Um workflow pode ter no máximo {{limit}} {{things}}; este tem {{count}}.',
  'A workflow can have at most {{limit}} {{things}}.':
    'Um workflow pode ter no máximo {{limit}} {{things}}.',
  nodes: 'nós',
  edges: 'ligações',
  notes: 'notas',
  'This workflow runs in a circle: {{way}}.': 'Este workflow anda em círculo: {{way}}.',

  // Nodes
  'Two nodes have the id “{{id}}” (node {{first}} and node {{second}}). Give one of them another id.':
    'Dois nós têm o id “{{id}}” (nó {{first}} e nó {{second}}). Dê outro id a um deles.',
  'Node {{position}} must be an object with id, type, label, position and config.':
    'O nó {{position}} tem de ser um objeto com id, type, label, position e config.',
  'Node {{position}} needs an id; it must {{rule}}.':
    'O nó {{position}} precisa de um id; tem de {{rule}}.',
  'The id of node {{position}} must be text; it must {{rule}}.':
    'O id do nó {{position}} tem de ser texto; tem de {{rule}}.',
  'A node cannot be called “{{id}}”: an id must {{rule}}, and not be the name of something every object has, such as “toString”.':
    'Um nó não se pode chamar “{{id}}”: um id tem de {{rule}}, e não pode ser o nome de algo que todos os objetos têm, como “toString”.',
  'An id must {{rule}}.': 'Um id tem de {{rule}}.',
  'Another node has the id “{{id}}” already.': 'Outro nó já tem o id “{{id}}”.',
  'start with a letter and have at most 64 letters, digits, hyphens and underscores':
    'começar por uma letra e ter no máximo 64 letras, algarismos, hífenes e sublinhados',
  'Node {{position}}': 'Nó {{position}}',
  '{{node}} needs a type.': '{{node}} precisa de um tipo.',
  'The type of {{node}} must be a name.': 'O tipo de {{node}} tem de ser um nome.',
  'The label of {{node}} must be text.': 'A etiqueta de {{node}} tem de ser texto.',
  'The label of {{node}} holds characters that cannot be stored.':
    'A etiqueta de {{node}} contém carateres que não podem ser guardados.',
  'The position of {{thing}} must be { x, y } with two numbers.':
    'A posição de {{thing}} tem de ser { x, y } com dois números.',
  'The settings of {{node}} must be an object.': 'As definições de {{node}} têm de ser um objeto.',
  'What is noted at {{node}}': 'A nota de {{node}}',
  'this name is not allowed as a key.': 'este nome não é permitido como chave.',
  'the text holds a NUL character or half of a surrogate pair, which the database cannot store.':
    'o texto contém um caráter NUL ou metade de um par substituto, que a base de dados não consegue guardar.',
  'this must be a finite number.': 'isto tem de ser um número finito.',
  'this is no JSON value.': 'isto não é um valor JSON.',
  '“{{node}}” is of the unknown type “{{type}}”.': '“{{node}}” é do tipo desconhecido “{{type}}”.',
  'The types of this site are {{types}}.': 'Neste site, o tipo pode ser {{types}}.',
  '“{{node}}” is connected to nothing. Connect it or remove it.':
    '“{{node}}” não está ligado a nada. Ligue-o ou remova-o.',
  '“{{node}}” needs something before it. Connect a node to it.':
    '“{{node}}” precisa de algo antes. Ligue-lhe um nó.',
  '“{{node}}” needs at least {{least}} incoming edges, but has {{count}}.':
    '“{{node}}” precisa de pelo menos {{least}} ligações de entrada, mas tem {{count}}.',

  // Notes
  'Two notes have the id “{{id}}”. Give one of them another id.':
    'Duas notas têm o id “{{id}}”. Dê outro id a uma delas.',
  'Note {{position}} must be an object with text, position and size.':
    'A nota {{position}} tem de ser um objeto com text, position e size.',
  'The id of note {{position}} must be text of 1 to 64 characters.':
    'O id da nota {{position}} tem de ser um texto de 1 a 64 carateres.',
  'The size of note {{position}} must be { width, height } with two numbers from {{least}} to {{most}}.':
    'O tamanho da nota {{position}} tem de ser { width, height } com dois números entre {{least}} e {{most}}.',
  'Note {{position}}': 'Nota {{position}}',
  'note {{position}}': 'nota {{position}}',

  // Edges
  'Two edges have the id “{{id}}”. Give one of them another id.':
    'Duas ligações têm o id “{{id}}”. Dê outro id a uma delas.',
  'Edge {{position}} must be an object with source and target.':
    'A ligação {{position}} tem de ser um objeto com source e target.',
  'The {{key}} of edge {{position}} must be text that can be stored.':
    'Na ligação {{position}}, {{key}} tem de ser texto que se possa guardar.',
  'Edge {{position}} needs a {{key}}: the id of a node.':
    'A ligação {{position}} precisa de {{key}}: o id de um nó.',
  'The edge from “{{source}}” to “{{target}}”': 'A ligação de “{{source}}” para “{{target}}”',
  '{{edge}} has no source: there is no node “{{id}}”.':
    '{{edge}} não tem origem: não existe o nó “{{id}}”.',
  '{{edge}} has no target: there is no node “{{id}}”.':
    '{{edge}} não tem destino: não existe o nó “{{id}}”.',
  '{{edge}} is there twice. Remove one of the two.':
    '{{edge}} existe duas vezes. Remova uma das duas.',
  '“{{node}}” is connected to itself. Remove this edge.':
    '“{{node}}” está ligado a si próprio. Remova esta ligação.',
  '{{edge}} leaves at “{{port}}”, but {{why}}.': '{{edge}} sai por “{{port}}”, mas {{why}}.',
  '{{edge}} arrives at “{{port}}”, but {{why}}.': '{{edge}} chega a “{{port}}”, mas {{why}}.',
  '“{{node}}” only has {{ports}}': '“{{node}}” só tem {{ports}}',
  '“{{node}}” takes nothing in': '“{{node}}” não recebe nada',
  '“{{node}}” passes nothing on': '“{{node}}” não passa nada adiante',
  '“{{from}}” cannot be connected to “{{to}}”: it passes on {{given}}, but there {{wanted}} must arrive.':
    '“{{from}}” não pode ser ligado a “{{to}}”: passa adiante {{given}}, mas ali tem de chegar {{wanted}}.',
  copies: 'textos',
  images: 'imagens',
  items: 'itens',
  'what came in': 'o que entrou',
  'nothing but “go on”': 'apenas “continuar”',

  // Inputs and their answers
  'The inputs must be a list.': 'As entradas têm de ser uma lista.',
  'A template can ask for at most {{limit}} inputs; this one has {{count}}.':
    'Um modelo pode pedir no máximo {{limit}} entradas; este tem {{count}}.',
  'Input {{position}} must be an object with name, label and type.':
    'A entrada {{position}} tem de ser um objeto com name, label e type.',
  'Two inputs have the name “{{name}}”. Give one of them another name.':
    'Duas entradas têm o nome “{{name}}”. Dê outro nome a uma delas.',
  'Another input has the name “{{name}}” already.': 'Outra entrada já tem o nome “{{name}}”.',
  'Input {{position}} needs a name; it must {{rule}}.':
    'A entrada {{position}} precisa de um nome; tem de {{rule}}.',
  'An input cannot be called {{name}}: a name must {{rule}}.':
    'Uma entrada não se pode chamar {{name}}: um nome tem de {{rule}}.',
  that: 'assim',
  'start with a letter and have at most 64 letters, digits and underscores, because prompts read it as {{example}}':
    'começar por uma letra e ter no máximo 64 letras, algarismos e sublinhados, porque os prompts o leem como {{example}}',
  'An input cannot be called “{{name}}”: prompts already mean something by it ({{names}}, or a word of the prompt language).':
    'Uma entrada não se pode chamar “{{name}}”: nos prompts isso já tem um significado ({{names}}, ou uma palavra da linguagem dos prompts).',
  'The label of an input must be text that can be stored.':
    'A etiqueta de uma entrada tem de ser texto que se possa guardar.',
  'The description of an input must be text that can be stored.':
    'A descrição de uma entrada tem de ser texto que se possa guardar.',
  'The type of “{{input}}” must be {{types}}.': 'O tipo de “{{input}}” tem de ser {{types}}.',
  '“Required” of “{{input}}” must be true or false.':
    '“Obrigatório” de “{{input}}” tem de ser verdadeiro ou falso.',
  'The {{key}} of “{{input}}” must be a number.': 'Em “{{input}}”, {{key}} tem de ser um número.',
  'The max of “{{input}}” must not be below its min.':
    'O máximo de “{{input}}” não pode ser inferior ao mínimo.',
  'The default does not fit: {{why}}': 'O valor predefinido não serve: {{why}}',
  '“{{input}}” needs a list of options to choose from.':
    '“{{input}}” precisa de uma lista de opções à escolha.',
  '“{{input}}” can have {{limit}} options at most.':
    '“{{input}}” pode ter no máximo {{limit}} opções.',
  'Option {{position}} of “{{input}}” must be { label, value } with a text as value.':
    'A opção {{position}} de “{{input}}” tem de ser { label, value } com um texto como valor.',
  '“{{input}}” has the option “{{option}}” twice.':
    '“{{input}}” tem a opção “{{option}}” duas vezes.',
  'The params must be an object with a value for each input.':
    'Os parâmetros têm de ser um objeto com um valor para cada entrada.',
  '“{{input}}” is required.': '“{{input}}” é obrigatório.',
  'The template has no input “{{name}}”.': 'O modelo não tem a entrada “{{name}}”.',
  'It asks for {{names}}.': 'Pede {{names}}.',
  'This template asks for nothing.': 'Este modelo não pede nada.',
  'The default params must be an object of names and values.':
    'Os valores iniciais têm de ser um objeto de nomes e valores.',
  '“{{name}}” is the quantity of “{{node}}” and must be a whole number from 1 to {{limit}}; none was given.':
    '“{{name}}” é a quantidade de “{{node}}” e tem de ser um número inteiro entre 1 e {{limit}}; não foi indicado nenhum.',
  '“{{name}}” is the quantity of “{{node}}” and must be a whole number from 1 to {{limit}}; it is {{number}}.':
    '“{{name}}” é a quantidade de “{{node}}” e tem de ser um número inteiro entre 1 e {{limit}}; foi indicado {{number}}.',

  // Settings
  'the settings': 'o conjunto das definições',
  '{{outer}} {{inner}}': '{{outer}} {{inner}}',
  'there is no setting “{{key}}”. Allowed are {{keys}}.':
    'não existe a definição “{{key}}”. Permite-se {{keys}}.',
  'its settings could not be checked ({{reason}}).':
    'não foi possível verificar as definições ({{reason}}).',
  '“{{node}}” needs {{needed}}, but no node before it makes any. Connect one that does.':
    '“{{node}}” precisa de {{needed}}, mas nenhum nó anterior cria nada disso. Ligue um que o faça.',
  '“{{node}}” takes {{needed}} from “{{source}}”, but there is no such node.':
    '“{{node}}” recebe {{needed}} de “{{source}}”, mas esse nó não existe.',
  '“{{node}}” takes {{needed}} from “{{source}}”, which does not run before it.':
    '“{{node}}” recebe {{needed}} de “{{source}}”, mas esse nó não é executado antes.',
  '“{{node}}” takes {{needed}} from “{{source}}”, which has none.':
    '“{{node}}” recebe {{needed}} de “{{source}}”, mas lá não existem.',
  'Possible: {{nodes}}.': 'Possível: {{nodes}}.',
  'No node before it has {{needed}}: connect one first.':
    'Nenhum nó anterior tem {{needed}}: ligue um primeiro.',
  'Choose the context documents of this node, or use those of the launch.':
    'Escolha os documentos de contexto deste nó, ou use os que forem escolhidos ao iniciar.',
  'Rule {{position}} needs a value to compare with.':
    'A regra {{position}} precisa de um valor para comparar.',
  'Rule {{position}} compares numbers, so its value must be a number.':
    'A regra {{position}} compara números, por isso o valor tem de ser um número.',

  // Variables
  '{{setting}} cannot be read at line {{line}}, column {{column}}: {{reason}}.':
    '{{setting}} não se consegue ler na linha {{line}}, coluna {{column}}: {{reason}}.',
  '{{setting}} uses “{{variable}}”, but {{why}}': '{{setting}} usa “{{variable}}”, mas {{why}}',
  '“{{node}}” compares “{{field}}”, but {{why}}': '“{{node}}” compara “{{field}}”, mas {{why}}',
  '“{{node}}” takes its quantity from {{source}}, but {{why}}':
    '“{{node}}” tira a quantidade de {{source}}, mas {{why}}',
  'a condition reads params.<input> or nodes.<id>.output.<field>.':
    'uma condição lê params.<input> ou nodes.<id>.output.<field>.',
  'the input “{{name}}” asks for no number.': 'a entrada “{{name}}” não pede um número.',
  'the workflow has no input “{{name}}”.': 'o workflow não tem a entrada “{{name}}”.',
  'Number inputs: {{names}}.': 'Entradas numéricas: {{names}}.',
  'It has no number inputs.': 'Não tem entradas numéricas.',
  'Inputs: {{names}}.': 'Entradas: {{names}}.',
  'It has no inputs.': 'Não tem entradas.',
  'there is no node “{{id}}”.': 'não existe o nó “{{id}}”.',
  '“{{node}}” does not run before this node.': '“{{node}}” não é executado antes deste nó.',
  'Before it: {{nodes}}.': 'Antes dele: {{nodes}}.',
  '“{{node}}” has no output “{{output}}”.': '“{{node}}” não tem a saída “{{output}}”.',
  'It has {{names}}.': 'Tem {{names}}.',
  'write it as nodes.<id>.output.<field>, with the id of a node before this one.':
    'escreva-o como nodes.<id>.output.<field>, com o id de um nó anterior a este.',
  'there is no such variable.': 'essa variável não existe.',
  'Known: {{names}}, and nodes.<id>.output.<field> of nodes before this one.':
    'Conhecidas: {{names}} e nodes.<id>.output.<field> de nós anteriores a este.',
  'there is an item only when this node goes through the items of another one: choose it in {{settings}}.':
    'só há um item quando este nó percorre os itens de outro: escolha-o em {{settings}}.',
  'nodes of this type have no item.': 'os nós deste tipo não têm item.',
  'an item of “{{source}}” has no “{{output}}”.': 'um item de “{{source}}” não tem “{{output}}”.',
  '“{{name}}” is a single value and has no “{{output}}”.':
    '“{{name}}” é um valor único e não tem “{{output}}”.',

  // The builder, before anything is drawn or read
  'This workflow has {{size}} KB. Up to {{limit}} KB can be saved for certain; above that the server may refuse it, and the work then stays in this browser only. Shorten its longest prompts, or move some steps into a second workflow.':
    'Este workflow tem {{size}} KB. Até {{limit}} KB é certo que se pode guardar; acima disso o servidor pode recusá-lo, e o trabalho fica então apenas neste navegador. Encurte os prompts mais longos, ou passe alguns passos para um segundo workflow.',
  'A workflow can have at most {{limit}} {{things}}; with this it would have {{count}}.':
    'Um workflow pode ter no máximo {{limit}} {{things}}; com isto teria {{count}}.',
  'One of the two nodes is not there any more.': 'Um dos dois nós já não existe.',
  'This edge is not there any more.': 'Esta ligação já não existe.',
  '“{{node}}” cannot be connected to itself.': '“{{node}}” não pode ser ligado a si próprio.',
  'The branch “{{branch}}” of “{{from}}” already leads to “{{to}}”.':
    'O ramo “{{branch}}” de “{{from}}” já leva a “{{to}}”.',
  '“{{from}}” already leads to “{{to}}”.': '“{{from}}” já leva a “{{to}}”.',
  'This would run in a circle: {{way}}. A workflow only runs forward.':
    'Isto andaria em círculo: {{way}}. Um workflow só anda para a frente.',
  'The file is nested more than {{levels}} levels deep.':
    'O ficheiro tem mais de {{levels}} níveis de profundidade.',
  'The clipboard holds no steps of a workflow.':
    'A área de transferência não tem passos de um workflow.',
  'These steps were copied by another version of the plugin and cannot be pasted.':
    'Estes passos foram copiados com outra versão do plugin e não podem ser colados.',
}
