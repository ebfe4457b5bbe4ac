/** Names the people of a list who did not say yes, and whom Envoke may still send to: adding the others changes nothing. */
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface UnrecordedNo {
  /** Their address. */
  id: string;
  name: string;
  /** An add of them waits with a consent; else Envoke has them. */
  isWaiting: boolean;
  /** Opens where it is recorded; nothing is done by itself. */
  onOpen: () => void;
}

/** Of a long list the others are folded away: what is decided for everyone stands below. */
const SHOWN = 5;

export function UnrecordedNoes({ people }: { people: readonly UnrecordedNo[] }) {
  const { t } = useTranslation();
  const others = people.slice(SHOWN);
  return (
    <Notice tone="bad" title={t('list.unrecorded', { count: people.length })}>
      <p>{t('list.unrecordedHint')}</p>
      <People people={people.slice(0, SHOWN)} />
      {others.length === 0 ? null : (
        <details>
          <summary class="small">{t('interests.more', { count: others.length })}</summary>
          <People people={others} />
        </details>
      )}
    </Notice>
  );
}

function People({ people }: { people: readonly UnrecordedNo[] }) {
  const { t } = useTranslation();
  return (
    <ul class="lines">
      {people.map(({ id, name, isWaiting, onOpen }) => (
        <li key={id}>
          <div class="row row-spread">
            <span class="break">{name}</span>
            <Button weight="outline" returnMark={id} onClick={onOpen}>
              {t(isWaiting ? 'list.editWaiting' : 'unsubscribe.open')}
              <span class="hidden-text"> {name}</span>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
