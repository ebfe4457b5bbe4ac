/** An unfinished draft: one line in the list; only a click continues or discards it, and what was discarded can be brought back. */
import { Button } from '../../../components/button.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import type { Translate } from '../../../lib/i18n/index.ts';
import { type Draft, type FlatForm, keepDraft } from '../../../lib/memory/drafts-item.ts';
import { usePopup, type View } from '../context/popup-context.ts';
import { unflattenForm } from '../form/flat-form.ts';
import { discardDraft } from './discard-draft.ts';

/** The person, or the number of people, and the page they come from. */
function wordsOf(draft: Draft, t: Translate): string {
  switch (draft.kind) {
    case 'form':
      return withPage(nameOf(draft.form, t), draft.form, t);
    case 'review':
      return withPage(t('draft.people', { count: draft.people.length }), draft.people[0], t);
    case 'edit':
      return t('draft.edit', { name: displayName(draft.contact) });
    case 'unsubscribe':
      return t('draft.unsubscribe', { name: displayName(draft.contact) });
    case 'paste':
      return t('draft.paste');
  }
}

function nameOf(form: FlatForm, t: Translate): string {
  const { email = '', first_name = '', last_name = '', company = '' } = form;
  return displayName({ email, first_name, last_name }) || company || t('draft.form');
}

function withPage(who: string, form: FlatForm | undefined, t: Translate): string {
  const page = form?.pageTitle ?? '';
  return page === '' ? who : t('draft.from', { who, page });
}

/** The view that continues the draft. */
function viewOf(draft: Draft): View | null {
  const draftId = draft.id;
  switch (draft.kind) {
    case 'form': {
      const form = unflattenForm(draft.form);
      return form && { name: 'add', form, editedItemId: draft.form.editedItemId ?? '', draftId };
    }
    case 'review':
      return { name: 'bulk', forms: [], draftId };
    case 'edit':
      return { name: 'contact', contact: draft.contact, draftId };
    case 'unsubscribe':
      return { name: 'contact', contact: draft.contact, draftId: draft.of };
    case 'paste':
      return { name: 'paste', draftId };
  }
}

/** The button that had the focus is gone, and Enter may come a second time: in the search box it would open somebody. */
function focusWhereEnterDoesNothing(): void {
  const heading = document.querySelector('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus();
}

export function UnfinishedNotice({ drafts }: { drafts: readonly Draft[] }) {
  const { t } = useTranslation();
  const { account, open, undo, announce } = usePopup();
  const latest = drafts.at(-1);
  if (latest === undefined) return null;
  const resume = () => {
    const view = viewOf(latest);
    if (view !== null) open(view);
  };
  const discard = () => {
    focusWhereEnterDoesNothing();
    const bringBack = () => {
      announce(null);
      focusWhereEnterDoesNothing();
      keepDraft(account.id, latest).catch(() => announce({ tone: 'bad', text: t('draft.full') }));
    };
    discardDraft(latest, { account, what: wordsOf(latest, t), bringBack, open, undo, t }).then(announce, () =>
      announce({ tone: 'bad', text: t('error.background') }),
    );
  };
  return (
    // Buttons of its own for each draft: a double click on those of one does not press those of the next.
    <p key={latest.id} class="page-note row small soft">
      <span>
        {t('draft.unfinished', { what: wordsOf(latest, t) })}
        {drafts.length === 1 ? '' : ` (${t('draft.more', { count: drafts.length - 1 })})`}
      </span>
      <span class="row">
        <Button weight="link" onClick={resume}>
          {t('draft.resume')}
        </Button>
        <Button weight="link" onClick={discard}>
          {t('draft.discard')}
        </Button>
      </span>
    </p>
  );
}
