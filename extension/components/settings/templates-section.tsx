/** The words that consent descriptions begin with, for each basis in both languages. */
import { useEffect, useState } from 'preact/hooks';
import type { DescriptionTemplate } from '../../lib/settings/settings.ts';
import { BASIS_KEYS } from '../add/consent-fields.tsx';
import { TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';

const BASES = Object.keys(BASIS_KEYS) as (keyof typeof BASIS_KEYS)[];
/** What is filled in; written the same in every language. */
const PLACEHOLDERS = '{page}, {url}, {date}';

export function TemplatesSection({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { descriptionTemplates } = form.settings.values;
  const fixed = isFixed(form, 'descriptionTemplates');
  return (
    <section class="card">
      <h2>{t('settings.templates')}</h2>
      <Setting managed={fixed} hint={t('settings.templatesHint', { placeholders: PLACEHOLDERS })}>
        {BASES.map((basis) => (
          <Template
            key={basis}
            name={t(BASIS_KEYS[basis])}
            template={descriptionTemplates[basis]}
            disabled={fixed}
            onChange={(template) =>
              form.change({ descriptionTemplates: { ...descriptionTemplates, [basis]: template } })
            }
          />
        ))}
      </Setting>
    </section>
  );
}

interface TemplateProps {
  name: string;
  template: DescriptionTemplate;
  disabled: boolean;
  onChange: (template: DescriptionTemplate) => void;
}

function Template({ name, template, disabled, onChange }: TemplateProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(template);
  useEffect(() => setText(template), [template.en, template.fr]);
  const save = () => {
    if (text.en !== template.en || text.fr !== template.fr) onChange(text);
  };
  return (
    <div class="form-grid">
      <TextArea
        label={t('settings.templateEn', { basis: name })}
        value={text.en}
        lang="en"
        rows={2}
        disabled={disabled}
        onChange={(en) => setText((old) => ({ ...old, en }))}
        onLeave={save}
      />
      <TextArea
        label={t('settings.templateFr', { basis: name })}
        value={text.fr}
        lang="fr"
        rows={2}
        disabled={disabled}
        onChange={(fr) => setText((old) => ({ ...old, fr }))}
        onLeave={save}
      />
    </div>
  );
}
