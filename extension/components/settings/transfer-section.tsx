/** Settings as a file, and the diagnostics for the person who gives support. */
import { useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import { useTranslation } from '../translation.tsx';

interface TransferSectionProps {
  onExport: () => void;
  onImport: (file: File) => void;
}

export function TransferSection({ onExport, onImport }: TransferSectionProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section class="card">
      <h2>{t('settings.transfer')}</h2>
      <p class="small soft">{t('settings.transferHint')}</p>
      <div class="row">
        <Button weight="outline" onClick={onExport}>
          {t('settings.export')}
        </Button>
        <Button weight="outline" onClick={() => input.current?.click()}>
          {t('settings.import')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) onImport(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}

interface DiagnosticsSectionProps {
  text: string;
  onCopy: () => void;
}

export function DiagnosticsSection({ text, onCopy }: DiagnosticsSectionProps) {
  const { t } = useTranslation();
  return (
    <section class="card">
      <h2>{t('settings.diagnostics')}</h2>
      <p class="small soft">{t('settings.diagnosticsHint')}</p>
      <textarea
        class="field-input diagnostics"
        readOnly
        rows={10}
        spellcheck={false}
        aria-label={t('settings.diagnostics')}
        value={text}
      />
      <div class="row">
        <Button weight="outline" icon="copy" onClick={onCopy}>
          {t('settings.copyDiagnostics')}
        </Button>
      </div>
    </section>
  );
}
