/** Paste a list: text from anywhere, read into people who are then looked through. Nothing of it leaves the browser here. */
import '../../../components/styles/put-on-form-styles.ts';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import { Button } from '../../../components/button.tsx';
import { TextArea } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import { lastChoicesItem } from '../../../lib/memory/add-form-items.ts';
import { usePopup } from '../context/popup-context.ts';
import { formsFromSource } from '../form/captured-forms.ts';
import { isBlank } from '../form/form-fields.ts';

/** More than as many people as are taken at once could need. */
const MAX_CHARS = 1_000_000;

export function PasteView() {
  const { t, language } = useTranslation();
  const { account, settings, open, back } = usePopup();
  const [text, setText] = useState('');
  const [nobody, setNobody] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => area.current?.focus(), []);

  const find = async () => {
    const last = (await lastChoicesItem.get())[account.id];
    const source = { text: text.slice(0, MAX_CHARS), html: null, url: '', title: '', linkUrl: null };
    const forms = formsFromSource(source, { settings, last, language, today: localDay(Date.now()) });
    const [first] = forms;
    if (first === undefined || isBlank(first)) {
      setNobody(true);
      area.current?.focus();
    } else open(forms.length > 1 ? { name: 'bulk', forms } : { name: 'add', form: first });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) void find();
      }}
    >
      <ViewBar title={t('paste.title')} onBack={back} takesFocus={false}>
        <Button weight="primary" type="submit">
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
