import { Badge } from "./badge";
import { isLanguage, languages } from "./languages";

/** ҚАЗ, РУС, ENG: the visible letters are the beginning of the name that is read aloud. */
export function LanguageBadge({ language }: { language: string }) {
  if (!isLanguage(language)) return <Badge tone="lang">{language.toUpperCase()}</Badge>;
  const { short, rest } = languages[language];
  return (
    <Badge tone="lang" lang={language}>
      <span>
        <span className="uppercase">{short}</span>
        <span className="visually-hidden">{rest}</span>
      </span>
    </Badge>
  );
}
