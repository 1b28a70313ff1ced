import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import type { Letter } from "~/core/mail/letter";
import { localePath } from "~/core/paths";
import { PageHead } from "~/ui/page-head";
import { PageBody } from "~/ui/layout/page-body";

/** A letter in the list; `when` is written in the reader's language. */
export type ListedLetter = { id: string; to: string; subject: string; lang: string | undefined; at: string; when: string };
export type OpenLetter = ListedLetter &
  Omit<Letter, "locale"> & {
    language: string;
    /** The moment in full. */
    moment: string;
  };

type Props = {
  letters: ListedLetter[];
  letter: OpenLetter;
  /** Whether the reader has opened it: on phones the list then gives way to it. */
  isOpened: boolean;
};

/** The letters kept on this machine, and one of them as its recipient sees it. */
export function Mailbox({ letters, letter, isOpened }: Props) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  return (
    <MailboxPage>
      {isOpened ? (
        <p className="mailbox-back">
          <Link to={localePath(locale, "/mailbox")}>{t("mailbox.all")}</Link>
        </p>
      ) : null}
      <div className={isOpened ? "mailbox is-opened" : "mailbox"}>
        <nav aria-label={t("mailbox.letters")}>
          <ul role="list" className="mails">
            {letters.map(({ id, to, subject, lang, at, when }) => (
              <li key={id}>
                <Link to={localePath(locale, `/mailbox/${id}`)} aria-current={id === letter.id ? "true" : undefined} preventScrollReset>
                  <span className="to break-anywhere">{to}</span>
                  <time dateTime={at}>{when}</time>
                  <span className="sub" lang={lang}>
                    {subject}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Opened letter={letter} />
      </div>
    </MailboxPage>
  );
}

/** The head of the mailbox page, above its content. */
export function MailboxPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  return (
    <>
      <PageHead title={common("ui.localMailbox")} lead={t("mailbox.lead")} />
      <PageBody>{children}</PageBody>
    </>
  );
}

function Opened({ letter }: { letter: OpenLetter }) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const { to, subject, lang, at, moment, language, lines, quote, code, button, signature, reason, replyTo } = letter;
  return (
    <article className="letter" aria-labelledby="letter-title">
      <div className="letter-head">
        <h2 id="letter-title" lang={lang}>
          {subject}
        </h2>
        <dl>
          <dt>{t("mailbox.to")}</dt>
          <dd className="break-anywhere">{to}</dd>
          {replyTo ? (
            <>
              <dt>{t("mailbox.replyTo")}</dt>
              <dd className="break-anywhere">{[replyTo.name, replyTo.address].filter(Boolean).join(" · ")}</dd>
            </>
          ) : null}
          <dt>{common("ui.time")}</dt>
          <dd>
            <time dateTime={at}>{moment}</time>
          </dd>
          <dt>{t("mailbox.language")}</dt>
          <dd lang={lang}>{language}</dd>
        </dl>
      </div>
      <div className="stack prose" lang={lang}>
        {lines.map((line) => (typeof line === "string" ? <p key={line}>{line}</p> : <p key={line.text} lang={line.lang}>{line.text}</p>))}
        {quote ? (
          <blockquote lang="" dir="auto">
            {quote}
          </blockquote>
        ) : null}
        {code ? (
          <p>
            <span className="codebox">{code}</span>
          </p>
        ) : null}
        {button ? (
          <p>
            <a className="button button-primary" href={button.url}>
              {button.label}
            </a>
          </p>
        ) : null}
        <p>{signature}</p>
        <p className="small soft">{reason}</p>
      </div>
    </article>
  );
}
