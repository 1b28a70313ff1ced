import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { SectionHead } from "~/ui/section-head";

import type { FourWord } from "../four-words.server";

/** Four Kazakh words, explained to whoever has never heard them. */
export function FourWords({ words }: { words: FourWord[] }) {
  const { t } = useTranslation("content");
  const isKazakh = useLocale() === "kk";
  return (
    <section className="section sunk" aria-labelledby="four-words">
      <div className="wrap">
        <SectionHead id="four-words" title={t("home.words")} text={t("home.wordsText")} />
        <ul role="list" className="words">
          {words.map(({ kazakh, latin, text, other }) => (
            <li key={latin}>
              <div>
                <p className="word" lang={isKazakh ? undefined : "kk"}>
                  {kazakh}
                </p>
                <p className="ipa" lang="kk-Latn">
                  {latin}
                </p>
              </div>
              <p>{text}</p>
              <p className="soft" lang={other.lang}>
                {other.text}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
