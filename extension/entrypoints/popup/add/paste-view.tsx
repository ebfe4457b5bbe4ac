/** Paste a list: text from anywhere, read into people who are then looked through. Nothing of it leaves the browser here. */
import '../../../components/styles/put-on-form-styles.ts';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import { Button } from '../../../components/button.tsx';
import { CONFIRM_SHORTCUT, confirmKeys } from '../../../components/confirm-keys.ts';
import { TextArea } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import type { Draft, DraftOf } from '../../../lib/memory/drafts-item.ts';
import { lastChoicesItem } from '../../../lib/memory/last-choices-item.ts';
import { usePopup } from '../context/popup-context.ts';
import { formsFromSource } from '../form/captured-forms.ts';
import { isBlank } from '../form/form-fields.ts';
import { useDraft } from '../form/use-draft.ts';

/** More than as many people as are taken at once could need. */
const MAX_CHARS = 1_000_000;

interface PasteViewProps {
  draftId: string;
  /** The text as it was left. */
  kept: DraftOf<'paste'> | undefined;
}

export function PasteView({ draftId, kept }: PasteViewProps) {
  const { t, language } = useTranslation();
  const { account, settings, open, home, back } = usePopup();
  const [text, setText] = useState(kept?.text ?? '');
  const [nobody, setNobody] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useMemo(
    (): Draft | null => (text.trim() === '' ? null : { id: draftId, kind: 'paste', text }),
    [draftId, text],
  );
  const forget = useDraft(account.id, draftId, draft);
  useLayoutEffect(() => area.current?.focus(), []);

  const find = async () => {
    const last = (await lastChoicesItem.get())[account.id];
    const source = { text: text.slice(0, MAX_CHARS), html: null, url: '', title: '', linkUrl: null };
    const forms = formsFromSource(source, { settings, last, language, today: localDay(Date.now()) });
    const [first] = forms;
    if (first === undefined || isBlank(first)) {
      setNobody(true);
      area.current?.focus();
      return;
    }
    // From here on it is the people that are unfinished, not the text.
    await forget();
    home();
    open(forms.length > 1 ? { name: 'bulk', forms } : { name: 'add', form: first });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
      onKeyDown={confirmKeys(() => void find())}
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
            nobody
              ? { tone: 'bad', text: t('paste.nobody') }
              : { text: t('paste.hint', { max: BULK_MAX_PEOPLE }) }
          }
          onChange={(value) => {
            setText(value);
            setNobody(false);
          }}
        />
      </div>
    </form>
  );
}
