import { createHmac } from "node:crypto";
import { expect, test } from "vitest";

import { verifyWebhook } from "./standard-webhook.server";

const secret = `v1,whsec_${Buffer.from("a key of more than sixteen bytes").toString("base64")}`;
const now = new Date("2026-11-24T10:00:00Z");
const seconds = Math.floor(now.getTime() / 1000);
const body = '{"user":{"email":"aru@student.example"}}';

const sign = (timestamp: number | string, signed = body, by = secret) => {
  const key = Buffer.from(by.replace("v1,whsec_", ""), "base64");
  return `v1,${createHmac("sha256", key).update(`msg_1.${timestamp}.${signed}`).digest("base64")}`;
};
const call = (headers: Record<string, string>, sent = body) => ({ headers: new Headers(headers), body: sent });
const signed = (timestamp: number, more = {}) =>
  call({ "webhook-id": "msg_1", "webhook-timestamp": String(timestamp), "webhook-signature": sign(timestamp), ...more });

test("a call that we were sent is believed, under its number", () => {
  expect(verifyWebhook(signed(seconds), secret, now)).toEqual({ ok: true, id: "msg_1" });
});

test("the example of the specification's own library is believed", () => {
  // https://github.com/standard-webhooks/standard-webhooks: secret, id, time, body and signature of its documentation.
  const example = call(
    {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    '{"test": 2432232314}',
  );
  expect(verifyWebhook(example, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", new Date(1614265330 * 1000))).toMatchObject({ ok: true });
});

test("while a secret is being replaced both are believed, and one of several signatures is enough", () => {
  const old = `v1,whsec_${Buffer.from("the key of the year before last").toString("base64")}`;
  expect(verifyWebhook(signed(seconds), `${old}|${secret}`, now)).toMatchObject({ ok: true });
  const several = signed(seconds, { "webhook-signature": `v1,bm90IG91cnM= ${sign(seconds)} v2,whatever` });
  expect(verifyWebhook(several, secret, now)).toMatchObject({ ok: true });
});

test.each([
  ["a word was changed", call({ "webhook-id": "msg_1", "webhook-timestamp": String(seconds), "webhook-signature": sign(seconds) }, body.replace("aru", "eve")), "wrong-signature"],
  ["the time was moved", signed(seconds - 1, { "webhook-timestamp": String(seconds) }), "wrong-signature"],
  ["the number was changed", signed(seconds, { "webhook-id": "msg_2" }), "wrong-signature"],
  ["somebody else signed", signed(seconds, { "webhook-signature": sign(seconds, body, `v1,whsec_${Buffer.from("another key of some length").toString("base64")}`) }), "wrong-signature"],
  ["the signature is of another kind", signed(seconds, { "webhook-signature": sign(seconds).replace("v1", "v2") }), "wrong-signature"],
  ["it is six minutes old", signed(seconds - 360), "too-old"],
  ["it comes from the future", signed(seconds + 360), "too-old"],
  ["nothing is signed", call({}), "unsigned"],
  ["the time is no time", signed(seconds, { "webhook-timestamp": "now" }), "unsigned"],
])("refused, as %s", (_why, sent, reason) => {
  expect(verifyWebhook(sent, secret, now)).toEqual({ ok: false, reason });
});

test("an empty secret believes nobody", () => {
  const forged = `v1,${createHmac("sha256", "").update(`msg_1.${seconds}.${body}`).digest("base64")}`;
  for (const empty of ["", "v1,whsec_", "|"]) {
    expect(verifyWebhook(signed(seconds, { "webhook-signature": forged }), empty, now)).toEqual({ ok: false, reason: "wrong-signature" });
  }
});
