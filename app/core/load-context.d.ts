import "@remix-run/node";

import type { Visit } from "./session.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    visit: Visit;
    nonce: string;
    requestId: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
