import "i18next";

import type account from "../../../public/locales/en/account.json";
import type chapters from "../../../public/locales/en/chapters.json";
import type common from "../../../public/locales/en/common.json";
import type content from "../../../public/locales/en/content.json";
import type events from "../../../public/locales/en/events.json";
import type insights from "../../../public/locales/en/insights.json";
import type map from "../../../public/locales/en/map.json";
import type members from "../../../public/locales/en/members.json";
import type messages from "../../../public/locales/en/messages.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      common: typeof common;
      account: typeof account;
      members: typeof members;
      chapters: typeof chapters;
      events: typeof events;
      insights: typeof insights;
      map: typeof map;
      content: typeof content;
      messages: typeof messages;
    };
  }
}
