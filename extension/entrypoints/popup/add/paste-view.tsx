/** The paste view: reads people from any text, for the person to review. Nothing leaves the browser here. */
import '../../../components/styles/put-on-form-styles.ts';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import { Button } from '../../../components/button.tsx';
import { CONFIRM_SHORTCUT, confirmKeys } from '../../../components/confirm-keys.ts';
import { TextArea } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { findRegistrationList } from '../../../lib/capture/registration-list.ts';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { formsFromText } from '../form/captured-forms.ts';
import { formDefaults } from '../form/form-defaults.ts';
import { isBlank } from '../form/form-fields.ts';
import { useDraft } from '../form/use-draft.ts';
import { readListFile } from './list-file.ts';

/** More text than the largest accepted number of people could need. */
const MAX_CHARS = 1_000_000;

/** What was pasted last: its text, and the same with its tables, line breaks and links. */
interface Rich {
  text: string;
  html: string;
}

/** Whether the field still holds what was pasted; browsers write line ends differently. */
const isSameText = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

type Problem = 'nobody' | 'too-large' | null;
const PROBLEM_KEYS = { nobody: 'paste.nobody', 'too-large': 'paste.tooLarge' } as const;

interface PasteViewProps {
  draftId: string;
  /** As it was left. */
  kept: DraftOf<'paste'> | undefined;
}

export function PasteView({ draftId, kept }: PasteViewProps) {
  const { t, language } = useTranslation();
  const { account, settings, open, home, back, announce } = usePopup();
  const [text, setText] = useState(kept?.text ?? '');
  const [rich, setRich] = useState<Rich>({ text: kept?.text ?? '', html: kept?.html ?? '' });
  const html = rich.html !== '' && isSameText(rich.text, text) ? rich.html : null;
  const [problem, setProblem] = useState<Problem>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useMemo(
    (): Draft | null =>
      text.trim() === '' ? null : { id: draftId, kind: 'paste', text, ...(html === null ? {} : { html }) },
    [draftId, text, html],
  );
  const forget = useDraft(account.id, draftId, draft, announce);
  useLayoutEffect(() => area.current?.focus(), []);

  const show = (next: string, found: Problem) => {
    setText(next);
    setProblem(found);
  };
  const find = async (whole: string, markup: string | null = null) => {
    const defaults = await formDefaults(account.id, settings, language);
    const { forms, list } = formsFromText(whole.slice(0, MAX_CHARS), defaults, markup);
    const [first] = forms;
    if (first === undefined || isBlank(first)) {
      show(whole, 'nobody');
      area.current?.focus();
      return;
    }
    // From here on the draft to keep is the review, not the text.
    await forget();
    home();
    const review = { forms, fromText: true, ...(list === undefined ? {} : { list }) };
    open(forms.length > 1 ? { name: 'bulk', ...review } : { name: 'add', form: first, fromText: true });
  };
  /** A list in rows and columns, pasted or dropped, opens its review at once; other text keeps its markup beside it. */
  const take = async (event: ClipboardEvent | DragEvent, data: DataTransfer | null) => {
    const [file] = data?.files ?? [];
    const pasted = data?.getData('text/plain') ?? '';
    const markup = data?.getData('text/html') ?? '';
    setRich({ text: pasted, html: markup.length > MAX_CHARS ? '' : markup });
    if (file === undefined && (text.trim() !== '' || findRegistrationList(pasted) === null)) return;
    event.preventDefault();
    const whole = file === undefined ? pasted : await readListFile(file);
    if (whole === null) return show(text, 'too-large');
    show(whole, null);
    await find(whole);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void find(text, html);
      }}
      onKeyDown={confirmKeys(() => void find(text, html))}
      onPaste={(event) => void take(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void take(event, event.dataTransfer)}
    >
      <ViewBar title={t('paste.title')} onBack={back} takesFocus={false}>
        <Button weight="primary" type="submit" shortcut={CONFIRM_SHORTCUT}>
          {t('paste.find')}
        </Button>
      </ViewBar>
      <div class="view">
        <TextArea
          label={t('paste.label')}
          inputRef={area}
          rows={12}
          value={text}
          note={
            problem === null
              ? { text: `${t('paste.hint', { max: BULK_MAX_PEOPLE })} ${t('paste.drop')}` }
              : { tone: 'bad', text: t(PROBLEM_KEYS[problem]) }
          }
          onChange={(value) => show(value, null)}
        />
      </div>
    </form>
  );
}
