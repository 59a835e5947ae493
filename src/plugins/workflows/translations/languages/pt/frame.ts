export const frameWords = {
  loading: 'O editor está a ser carregado.',
  showSettings: 'Mostrar as definições',
  hideSettings: 'Ocultar as definições',
  readOnly_system:
    'Este fluxo vem com o plugin e não pode ser alterado. Clone-o para o tornar seu.',
  readOnly_rights:
    'Pode ver este fluxo, mas não alterá-lo. Peça a função de editor no respetivo espaço de trabalho.',
  readOnly_locked: 'Outra pessoa está a editar este fluxo. Pode vê-lo.',
  readOnly_narrow: 'Num ecrã pequeno pode ver o fluxo. Abra-o num maior para o alterar.',
  loggedOut:
    'Não foi guardado: a sua sessão terminou. O seu trabalho está guardado aqui. Inicie sessão num novo separador e guarde outra vez.',
  logIn: 'Iniciar sessão',
  offline:
    'Não foi guardado: não é possível contactar o site. O seu trabalho fica neste navegador. Guarde outra vez quando estiver online.',
  otherTab: 'Este fluxo foi guardado noutro separador. Se guardar aqui, essa versão é substituída.',
  takeTheirs: 'Mostrar o que foi guardado',
  keepMine: 'Manter o meu',
  offer: 'Há alterações ({{when}}) que não foram guardadas.',
  restore: 'Restaurar',
  discard: 'Descartar',
  leaveTitle: 'Sair sem guardar?',
  leaveText:
    'As suas alterações ainda não foram guardadas. Se sair, ficam neste navegador e são propostas quando voltar.',
  leave: 'Sair',
  stay: 'Ficar aqui',
}
