import type { Words } from '../../types.js'

export const errorWords: Words['errors'] = {
  bad_origin: 'Este pedido foi tomado por um de outro site. Recarregue a página e tente de novo.',
  conflict: 'Outra pessoa mudou isto no mesmo momento. Veja de novo e tente outra vez.',
  images_not_found: 'Uma imagem já não existe. Alguém pode tê-la apagado.',
  internal: 'Algo correu mal no servidor. Nada foi alterado; tente de novo.',
  network: 'Não foi possível chegar ao servidor. Verifique a ligação e tente de novo.',
  not_authenticated: 'A sua sessão terminou. Entre de novo noutro separador e tente outra vez.',
  role_too_low:
    'Pode ver isto, mas não alterar. Peça a quem o edita, ou a um dono do espaço de trabalho.',
  view: 'Esta parte da página não pode ser mostrada.',
  viewKept: 'O resto da página funciona e nada se perdeu.',
}
