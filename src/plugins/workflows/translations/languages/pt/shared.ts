import type { Words } from '../../types.js'

export const sharedWords: Words['shared'] = {
  cancel: 'Cancelar',
  close: 'Fechar',
  codeCopied: 'Código copiado',
  copyCode: 'Copiar o código {{code}}',
  reload: 'Recarregar a página',
  tryAgain: 'Tentar de novo',
  undo: 'Desfazer',
}
