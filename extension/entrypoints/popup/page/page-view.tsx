/** The people on this page: who is in Envoke and may be mailed, who is not, and one or several to add. */
import '../../../components/styles/put-on-form-styles.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { PagePersonRow } from '../../../components/page-person-row.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { lastChoicesItem } from '../../../lib/memory/last-choices-item.ts';
import { usePopup } from '../context/popup-context.ts';
import type { PagePeople } from '../context/use-page-people.ts';
import { useSteps } from '../context/use-steps.ts';
import { newForm } from '../form/add-form.ts';

export function PageView() {
  const { t } = useTranslation();
  const { page, back } = usePopup();
  return (
    <>
      <ViewBar title={t('page.title')} onBack={back} />
      <PageBody page={page} />
    </>
  );
}

function PageBody({ page }: { page: PagePeople }) {
  const { t } = useTranslation();
  const onStep = useSteps(() => location.reload());
  switch (page.status) {
    case 'reading':
      return <Skeleton />;
    case 'off':
      return (
        <EmptyState title={t('page.off')}>
          <p class="soft">{t('page.offHint')}</p>
        </EmptyState>
      );
    case 'failed':
      return <ErrorNotice error={page.error} onStep={onStep} />;
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

function PeopleOfPage({ page }: { page: Extract<PagePeople, { status: 'ready' }> }) {
  const { t, language } = useTranslation();
  const { account, settings, open } = usePopup();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const unknown = page.people.filter(({ contact }) => contact === null).map(({ email }) => email);
  const add = async (emails: readonly string[]) => {
    const last = (await lastChoicesItem.get())[account.id];
    const defaults = { settings, last, language, today: localDay(Date.now()) };
    const forms = emails.map((email) =>
      newForm({ fields: { email }, pageTitle: page.title, pageUrl: page.url }, defaults),
    );
    const [only] = forms;
    if (forms.length === 1 && only !== undefined) open({ name: 'add', form: only });
    else open({ name: 'bulk', forms });
  };
  const tick = (email: string, on: boolean) =>
    setTicked((old) => new Set(on ? [...old, email] : [...old].filter((one) => one !== email)));
  const chosen = unknown.filter((email) => ticked.has(email));
  return (
    <>
      <div class="scroll">
        {page.complete ? null : <p class="page-note small soft">{t('page.incomplete')}</p>}
        <ul aria-label={t('page.list')}>
          {page.people.map((person) => (
            <PagePersonRow
              key={person.email}
              person={person}
              ticked={ticked.has(person.email)}
              onTick={settings.bulk ? (on) => tick(person.email, on) : undefined}
              onAdd={() => void add([person.email])}
              onOpen={(contact) => open({ name: 'contact', contact })}
            />
          ))}
        </ul>
      </div>
      {settings.bulk && unknown.length > 1 ? (
        <div class="form-foot">
          <Button onClick={() => setTicked(new Set(unknown))}>{t('page.tickAll')}</Button>
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
