/** Why nobody could be read from a page, in one sentence, and what to do instead where something helps. */
import type { MessageKey } from '../lib/i18n/index.ts';
import type { Obstacle } from '../lib/page/page-source.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { useTranslation } from './translation.tsx';

const OBSTACLE_KEYS = {
  pdf: 'page.pdf',
  drawn: 'page.drawn',
  closed: 'page.closed',
  silent: 'page.silent',
} as const satisfies Record<Obstacle, MessageKey>;

/** Whether what cannot be read can still be selected and copied. */
const canBePasted = (obstacle: Obstacle) => obstacle === 'pdf' || obstacle === 'drawn';

export function PageObstacle({ obstacle, onPaste }: { obstacle: Obstacle; onPaste: () => void }) {
  const { t } = useTranslation();
  const action = canBePasted(obstacle) ? (
    <Button weight="outline" onClick={onPaste}>
      {t('paste.title')}
    </Button>
  ) : undefined;
  return (
    <EmptyState title={t('page.unread')} actions={action}>
      <p class="soft">{t(OBSTACLE_KEYS[obstacle])}</p>
    </EmptyState>
  );
}
