/** English: the side panel. */
export const beside = {
  'beside.open': 'Open beside the page',
  'beside.failed': 'This browser cannot open the contacts beside the page.',
  'beside.closed':
    'The extension may read this page after you press its button in the toolbar. Press it, then choose “Look again”.',
  'beside.again': 'Look again',
} as const;
