/** The page view: which people of this page are in Envoke and may be emailed; actions to add the others. */
import '../../../components/styles/put-on-form-styles.ts';
import { useState } from 'preact/hooks';
import { BASES, BASIS_KEYS } from '../../../components/add/consent-fields.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { PageObstacle } from '../../../components/page-obstacle.tsx';
import { PagePersonRow } from '../../../components/page-person-row.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { isBeside } from '../../../lib/page/beside.ts';
import type { Obstacle } from '../../../lib/page/page-source.ts';
import type { ConsentBasis } from '../../../lib/settings/settings.ts';
import { useLastChoices } from '../add/use-last-choices.ts';
import { BesideButton } from '../beside/beside-button.tsx';
import { usePopup } from '../context/popup-context.ts';
import type { PagePeople, PagePerson } from '../context/use-page-people.ts';
import { useSteps } from '../context/use-steps.ts';
import { describe, groundsLeftOut, statusOfGround } from '../form/add-form.ts';
import { formDefaults } from '../form/form-defaults.ts';
import { usualGrounds } from '../form/last-choices.ts';

/** The review offers the other grounds. */
const FIRST_GROUNDS = 4;

export function PageView({ obstacle }: { obstacle: Obstacle | null }) {
  const { t } = useTranslation();
  const { page, back } = usePopup();
  return (
    <>
      <ViewBar title={t('page.title')} onBack={back}>
        <BesideButton />
      </ViewBar>
      <PageBody page={obstacle === null ? page : { status: 'unreadable', obstacle }} />
    </>
  );
}

function PageBody({ page }: { page: PagePeople }) {
  const { t } = useTranslation();
  const { open } = usePopup();
  const onStep = useSteps(() => location.reload());
  switch (page.status) {
    case 'reading':
      return <StillLooking words={t('page.reading')} />;
    case 'asking':
      return <StillLooking words={t('page.asking', { count: page.count })} />;
    case 'off':
      return (
        <EmptyState title={t('page.off')}>
          <p class="soft">{t('page.offHint')}</p>
        </EmptyState>
      );
    case 'unreadable':
      return isBeside() && page.obstacle === 'closed' ? (
        <ClosedBeside />
      ) : (
        <PageObstacle obstacle={page.obstacle} onPaste={() => open({ name: 'paste' })} />
      );
    case 'failed':
      return (
        <>
          {page.count === 0 ? null : (
            <p class="page-note small">{t('page.notAsked', { count: page.count })}</p>
          )}
          <ErrorNotice error={page.error} onStep={onStep} />
        </>
      );
    case 'ready':
      return page.people.length === 0 ? (
        <EmptyState title={t('page.nobody')}>
          <p class="soft">{t('page.nobodyHint')}</p>
        </EmptyState>
      ) : (
        <PeopleOfPage page={page} />
      );
  }
}

/** Another site in the tab: the browser lets the extension read it once its button is pressed there. */
function ClosedBeside() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('page.unread')}
      actions={
        <Button weight="outline" onClick={() => location.reload()}>
          {t('beside.again')}
        </Button>
      }
    >
      <p class="soft">{t('beside.closed')}</p>
    </EmptyState>
  );
}

function StillLooking({ words }: { words: string }) {
  return (
    <>
      <p class="page-note small soft" role="status">
        {words}
      </p>
      <Skeleton />
    </>
  );
}

function PeopleOfPage({ page }: { page: Extract<PagePeople, { status: 'ready' }> }) {
  const { t, language } = useTranslation();
  const { account, settings, open, laidOver } = usePopup();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const unknown = page.people.filter(({ contact }) => contact === null);
  const known = page.people.flatMap((one) =>
    one.contact === null ? [] : [{ ...one, contact: laidOver(one.contact, page.asOfMs) }],
  );
  /** Opens the form for one person, or the review for several; `basis` is the ground they start with. */
  const add = async (people: readonly PagePerson[], basis?: ConsentBasis) => {
    const defaults = await formDefaults(account.id, settings, language);
    const { reviewOf } = await import('../form/captured-forms.ts');
    const review = reviewOf({ ...page, contacts: people.map(({ person }) => person) }, defaults);
    const ground = basis === undefined ? null : { basis, status: statusOfGround(basis, settings) };
    const forms = review.forms.map((form) =>
      ground === null ? form : describe({ ...form, ...ground }, defaults),
    );
    const [only] = forms;
    if (forms.length === 1 && only !== undefined) open({ name: 'add', form: only });
    else open({ ...review, name: 'bulk', forms });
  };
  const tick = (email: string, on: boolean) =>
    setTicked((old) => new Set(on ? [...old, email] : [...old].filter((one) => one !== email)));
  const chosen = unknown.filter(({ email }) => ticked.has(email));
  const meant = chosen.length > 0 ? chosen : unknown;
  const isWhole = chosen.length === unknown.length;
  return (
    <>
      <div class="scroll">
        {page.complete ? null : <p class="page-note small soft">{t('page.incomplete')}</p>}
        {settings.bulk && unknown.length > 1 ? (
          <GroundsOfMany count={meant.length} onGround={(basis) => void add(meant, basis)} />
        ) : null}
        <ul aria-label={t('page.list')}>
          {[...unknown, ...known].map((person) => (
            <PagePersonRow
              key={person.email}
              person={person}
              ticked={ticked.has(person.email)}
              onTick={settings.bulk ? (on) => tick(person.email, on) : undefined}
              onAdd={() => void add([person])}
              onOpen={(contact) => open({ name: 'contact', contact })}
            />
          ))}
        </ul>
      </div>
      {settings.bulk && unknown.length > 1 ? (
        <div class="form-foot">
          <Button onClick={() => setTicked(new Set(isWhole ? [] : unknown.map(({ email }) => email)))}>
            {t(isWhole ? 'page.tickNone' : 'page.tickAll')}
          </Button>
          {chosen.length === 0 ? null : (
            <Button weight="primary" onClick={() => void add(chosen)}>
              {t('page.addSeveral', { count: chosen.length })}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}

/** The grounds as buttons: one press opens the review of all selected people, where the ground can still be changed. */
function GroundsOfMany({ count, onGround }: { count: number; onGround: (basis: ConsentBasis) => void }) {
  const { t } = useTranslation();
  const { account, settings } = usePopup();
  const last = useLastChoices(account.id);
  const left = groundsLeftOut(settings);
  const offered = [...new Set([...usualGrounds(last, settings), ...BASES])].filter(
    (basis) => !left.includes(basis),
  );
  if (offered.length === 0) return null;
  return (
    <section class="page-grounds" aria-label={t('basis.legend')}>
      <p class="small">
        {t('page.addSeveral', { count })}. {t('basis.legend')}
      </p>
      <div class="choices choices-two">
        {offered.slice(0, FIRST_GROUNDS).map((basis) => (
          <Button key={basis} weight="outline" onClick={() => onGround(basis)}>
            {t(BASIS_KEYS[basis])}
          </Button>
        ))}
      </div>
    </section>
  );
}
