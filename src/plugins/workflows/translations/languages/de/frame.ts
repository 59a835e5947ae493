export const frameWords = {
  loading: 'Der Editor wird geladen.',
  showSettings: 'Einstellungen zeigen',
  hideSettings: 'Einstellungen ausblenden',
  readOnly_system:
    'Dieser Workflow gehört zum Plugin und lässt sich nicht ändern. Kopieren Sie ihn, um ihn anzupassen.',
  readOnly_rights:
    'Sie dürfen diesen Workflow ansehen, aber nicht ändern. Bitten Sie um die Rolle Editor in seinem Arbeitsbereich.',
  readOnly_locked: 'Jemand anderes bearbeitet diesen Workflow gerade. Sie können ihn ansehen.',
  readOnly_narrow:
    'Auf einem kleinen Bildschirm können Sie den Workflow ansehen. Zum Ändern öffnen Sie ihn auf einem größeren.',
  loggedOut:
    'Nicht gespeichert: Sie sind nicht mehr angemeldet. Ihre Arbeit bleibt hier erhalten. Melden Sie sich in einem neuen Tab an und speichern Sie dann noch einmal.',
  logIn: 'Anmelden',
  offline:
    'Nicht gespeichert: Die Website ist nicht erreichbar. Ihre Arbeit bleibt in diesem Browser. Speichern Sie noch einmal, wenn Sie online sind.',
  otherTab:
    'Dieser Workflow wurde in einem anderen Tab gespeichert. Wenn Sie hier speichern, wird das ersetzt.',
  takeTheirs: 'Gespeicherten Stand zeigen',
  keepMine: 'Meinen behalten',
  offer: 'Es gibt Änderungen ({{when}}), die nicht gespeichert wurden.',
  restore: 'Wiederherstellen',
  discard: 'Verwerfen',
  leaveTitle: 'Ohne Speichern verlassen?',
  leaveText:
    'Ihre Änderungen sind noch nicht gespeichert. Wenn Sie gehen, bleiben sie in diesem Browser und werden Ihnen beim nächsten Mal angeboten.',
  leave: 'Verlassen',
  stay: 'Hier bleiben',
}
