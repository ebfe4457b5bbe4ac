/** Whose consent ends this month or the next, and what to do about it: copy their addresses, or tag them. */
import '../../../components/styles/put-on-form-styles.ts';
import { useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { Avatar } from '../../../components/avatar.tsx';
import { Button } from '../../../components/button.tsx';
import { RadioGroup } from '../../../components/choice.tsx';
import { Email } from '../../../components/email.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { displayName } from '../../../components/person-name.ts';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { formatDay, formatMoment, localDay } from '../../../lib/i18n/index.ts';
import { endingIn, endingSoon, monthsFrom } from '../../../lib/memory/consent-ends.ts';
import { useLists } from '../add/use-lists.ts';
import { BesideButton } from '../beside/beside-button.tsx';
import { usePopup } from '../context/popup-context.ts';
import { useOneAtATime } from '../context/use-one-at-a-time.ts';
import { useSteps } from '../context/use-steps.ts';
import { useConsentEnds } from '../find/use-consent-ends.ts';
import { type Ending, useEnding } from './use-ending.ts';

export function EndingView() {
  const { t, language } = useTranslation();
  const { back } = usePopup();
  const [today] = useState(() => localDay(Date.now()));
  const ends = useConsentEnds();
  const [chosen, setChosen] = useState<'this' | 'next' | null>(null);
  const shown = chosen ?? endingSoon(ends, today).month;
  const [thisMonth, nextMonth] = monthsFrom(today);
  const month = shown === 'this' ? thisMonth : nextMonth;
  const ending = useEnding(month, today);
  const count = (one: string) => endingIn(one, ends, today).length;
  return (
    <>
      <ViewBar title={t('ending.title')} onBack={back}>
        <BesideButton />
      </ViewBar>
      <div class="scroll">
        <div class="page-note stack-tight">
          <RadioGroup
            legend={t('ending.when')}
            columns={2}
            value={shown}
            options={[
              { value: 'this', label: t('ending.this', { count: count(thisMonth) }) },
              { value: 'next', label: t('ending.next', { count: count(nextMonth) }) },
            ]}
            onChange={setChosen}
          />
          <p class="small soft">
            {ends.isWhole ? null : `${t('ending.notWhole')} `}
            {ends.readAtMs === 0
              ? null
              : t('ending.readAt', { moment: formatMoment(ends.readAtMs / 1000, language) })}
          </p>
        </div>
        <People ending={ending} />
      </div>
      {ending.status === 'ready' && ending.people.length > 0 ? (
        <FollowUp key={month} people={ending.people} />
      ) : null}
    </>
  );
}

function People({ ending }: { ending: Ending }) {
  const { t, language } = useTranslation();
  const { open } = usePopup();
  const onStep = useSteps(ending.retry);
  const { people, status, error } = ending;
  if (people.length === 0 && status === 'ready') return <EmptyState title={t('ending.nobody')} />;
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onStep={onStep} />}
      {ending.isCut ? <p class="page-note small soft">{t('ending.cut', { max: BULK_MAX_PEOPLE })}</p> : null}
      <ul aria-label={t('ending.title')}>
        {people.map((contact) => (
          <li key={contact.id}>
            <button
              type="button"
              class="person"
              data-return={contact.id}
              onClick={() => open({ name: 'contact', contact })}
            >
              <Words contact={contact} />{' '}
              <span class="person-more person-third">
                {t('ending.until', { day: formatDay(contact.consent.ends_on ?? '', language) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {status === 'loading' ? <Skeleton /> : null}
      <p class="hidden-text" role="status">
        {status === 'ready' ? t('find.count', { count: people.length }) : ''}
      </p>
    </>
  );
}

function Words({ contact }: { contact: Contact }) {
  const { email } = contact;
  const name = displayName(contact);
  return (
    <>
      <Avatar name={name} />
      <span class="person-words">
        <span class="person-name">{name === email ? <Email address={email} /> : name}</span>{' '}
        {name === email ? null : (
          <span class="person-more">
            <Email address={email} />
          </span>
        )}
      </span>
    </>
  );
}

function FollowUp({ people }: { people: readonly Contact[] }) {
  const { t } = useTranslation();
  const { settings, send, announce } = usePopup();
  const [isTagging, setTagging] = useState(false);
  const { run } = useOneAtATime();
  const count = people.length;
  const copy = async () => {
    await navigator.clipboard.writeText(people.map(({ email }) => email).join('\n'));
    announce({ tone: 'good', text: t('ending.copied', { count }) });
  };
  const tag = async (name: string) => {
    const operations = people
      .filter(({ interests }) => !interests.includes(name))
      .map(({ id, email }) => ({
        kind: 'interests' as const,
        contactId: id,
        email,
        changes: { set: [name] },
      }));
    setTagging(false);
    if (operations.length === 0)
      return announce({ tone: 'info', text: t('ending.allTagged', { count, name }) });
    await send(operations, {
      taken: t('ending.tagging', { count: operations.length, name }),
      batch: operations.length > 1,
    });
  };
  return (
    <>
      {isTagging ? <TagChoice count={count} onTag={(name) => void run(() => tag(name))} /> : null}
      <div class="form-foot">
        {settings.bulk || count === 1 ? (
          <Button onClick={() => setTagging(!isTagging)}>
            {isTagging ? t('shell.cancel') : t('ending.tag', { count })}
          </Button>
        ) : null}
        <Button weight="primary" icon="copy" onClick={() => void copy()}>
          {t('ending.copy', { count })}
        </Button>
      </div>
    </>
  );
}

/** One press chooses, another one writes: a tag reaches many people at once. */
function TagChoice({ count, onTag }: { count: number; onTag: (name: string) => void }) {
  const { t } = useTranslation();
  const { interests } = useLists();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <section class="page-grounds stack-tight" aria-label={t('ending.tag', { count })}>
      <InterestsPicker
        offered={interests.filter(({ kind }) => kind !== 'subscription')}
        chosen={chosen === null ? [] : [chosen]}
        onToggle={(name, on) => setChosen(on ? name : null)}
      />
      {chosen === null ? null : (
        <Button weight="outline" onClick={() => onTag(chosen)}>
          {t('ending.tagAs', { count, name: chosen })}
        </Button>
      )}
    </section>
  );
}
