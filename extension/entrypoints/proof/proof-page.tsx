/** The page with the proof of one contact's consent, read from the broker and shown in the reader's language. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ERROR_WORDS } from '../../components/error-words.ts';
import { Notice } from '../../components/notice.tsx';
import { putOnLook } from '../../components/page-look.ts';
import { displayName } from '../../components/person-name.ts';
import { type Proof, ProofSheet } from '../../components/proof/proof-sheet.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { TranslationProvider } from '../../components/translation.tsx';
import { useTranslator } from '../../components/use-translator.ts';
import { isBrokerError } from '../../lib/broker-client/broker-error.ts';
import type { Language, Translator } from '../../lib/i18n/index.ts';
import type { Settings, Theme } from '../../lib/settings/settings.ts';
import { watchSettings } from '../../lib/settings/settings-store.ts';
import { type ProofOf, readProof } from './read-proof.ts';

type MessageKeyOfFailure = 'proof.notFound' | (typeof ERROR_WORDS)[keyof typeof ERROR_WORDS]['key'];

type Look = Pick<Settings, 'language' | 'theme'>;

interface ProofPageProps {
  of: ProofOf;
  translator: Translator;
  theme: Theme;
}

export function ProofPage({ of, ...first }: ProofPageProps) {
  const [look, setLook] = useState<Look>({ language: first.translator.language, theme: first.theme });
  const translator = useTranslator(first.translator, look);
  const [proof, setProof] = useState<Proof | null>(null);
  const [failure, setFailure] = useState<MessageKeyOfFailure | null>(null);
  const { t, language } = translator;
  useEffect(() => {
    readProof(of, Date.now()).then(setProof, (error: unknown) =>
      setFailure(isBrokerError(error) ? ERROR_WORDS[error.slug].key : 'proof.notFound'),
    );
  }, []);
  useEffect(() => watchSettings(({ values }) => setLook(values)), []);
  useEffect(() => {
    document.title =
      proof === null ? t('proof.open') : t('proof.title', { name: displayName(proof.contact) });
  }, [translator, proof]);
  usePaperLook(language, look.theme);
  const other: Language = language === 'fr' ? 'en' : 'fr';
  return (
    <TranslationProvider value={translator}>
      <main class="proof-page">
        <div class="row proof-tools">
          <Button weight="primary" disabled={proof === null} onClick={() => print()}>
            {t('proof.print')}
          </Button>
          <Button weight="outline" onClick={() => setLook({ ...look, language: other })}>
            <span lang={other}>{t(other === 'fr' ? 'settings.languageFr' : 'settings.languageEn')}</span>
          </Button>
        </div>
        {proof === null && failure === null ? <Skeleton /> : null}
        {failure === null ? null : (
          <Notice tone="bad" title={t('proof.failed')}>
            {t(failure)}
          </Notice>
        )}
        {proof === null ? null : <ProofSheet proof={proof} />}
      </main>
    </TranslationProvider>
  );
}

/** The page is white because paper is, whatever theme the screen has. */
function usePaperLook(language: Language, theme: Theme): void {
  useEffect(() => {
    const onPaper = () => putOnLook(language, 'light');
    const onScreen = () => putOnLook(language, theme);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, [language, theme]);
}
