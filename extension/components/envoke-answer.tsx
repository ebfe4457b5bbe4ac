/** Envoke's own sentences, where there is none of ours: said to be Envoke's, in the language in which it answers. */
import { useTranslation } from './translation.tsx';

export function EnvokeAnswer({ sentences }: { sentences: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} class="break">
          {t('error.envokeAnswer')} <q lang="en">{sentence}</q>
        </p>
      ))}
    </>
  );
}
