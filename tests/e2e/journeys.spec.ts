import { confirmByCode, confirmByLink, newStudent, openAccount, openLetter, tellStudy, tellYourself } from "./support/joining";
import { isTold, membersOfLondon, newEvent, publishEvent } from "./support/leading";
import { expect, test } from "./support/test";
import { languages, sayIn, type Language } from "./support/words";

// One after another, as they count the same members.
test.describe.configure({ mode: "default" });

const phone = { viewport: { width: 390, height: 844 } };
const ways: { name: string; language: Language; javaScriptEnabled: boolean }[] = [
  ...languages.map((language) => ({ name: language, language, javaScriptEnabled: true })),
  { name: "kk, without JavaScript", language: "kk", javaScriptEnabled: false },
];

for (const { name, language, javaScriptEnabled } of ways) {
  test(`from the first page to the first event (${name}): a student joins, is let in, registers, and is counted`, async ({ visitor, signedInAs }) => {
    test.setTimeout(180_000);
    const say = sayIn(language);
    const leader = await signedInAs("daniyar", phone);
    const coordinator = await signedInAs("saule");
    const event = await publishEvent(leader, language, newEvent());
    const before = await membersOfLondon(coordinator, language);

    const student = newStudent();
    const page = await visitor({ ...phone, javaScriptEnabled });
    await openAccount(page, language, student);
    await (javaScriptEnabled ? confirmByCode : confirmByLink)(page, language, student);
    await tellStudy(page, language);
    await tellYourself(page, language, student);
    await page.locator('button[name="chapter"][value="london"]').click();
    await isTold(page, say("chapters:notice.requested"));

    await leader.goto(`/${language}/lead/london/requests`);
    await leader.getByRole("listitem").filter({ hasText: student.surname }).getByRole("button", { name: say("chapters:desk.request.approve") }).click();
    await isTold(leader, say("chapters:notice.requestApproved"));
    await leader.goto(`/${language}/lead/london/members?q=${student.surname}`);
    await expect(leader.getByRole("main").getByText(student.surname).first()).toBeVisible();

    await page.goto(`/${language}${event.path}`);
    await page.getByRole("button", { name: say("events:box.register"), exact: true }).click();
    await isTold(page, say("events:notice.registered"));
    await leader.goto(`/${language}${event.desk}/attendees`);
    await expect(leader.getByRole("main").getByText(student.surname).first()).toBeVisible();
    await page.goto(`/${language}/me`);
    await expect(page.getByRole("link", { name: event.titles[language] }).first()).toBeVisible();

    await expect.poll(() => membersOfLondon(coordinator, language), { timeout: 60_000, intervals: [3000] }).toBe(before + 1);
  });
}

test("a leader writes an event in three languages, publishes it, moves it, sees who comes, and calls it off", async ({ visitor, signedInAs }) => {
  test.setTimeout(120_000);
  const say = sayIn("kk");
  const leader = await signedInAs("daniyar");
  const event = await publishEvent(leader, "kk", newEvent());
  const reader = await visitor();
  for (const language of languages) {
    await reader.goto(`/${language}${event.path}`);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(event.titles[language]);
  }

  await leader.getByLabel(say("events:form.venue"), { exact: true }).fill("Strand Building");
  await leader.getByRole("main").getByRole("button", { name: say("common:action.save"), exact: true }).click();
  await isTold(leader, say("common:notice.saved"));
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByRole("main")).toContainText("Strand Building", { timeout: 500 });
  }).toPass();

  const guest = await signedInAs("aigerim");
  await guest.goto(`/kk${event.path}`);
  await guest.getByRole("button", { name: say("events:box.register"), exact: true }).click();
  await isTold(guest, say("events:notice.registered"));
  await leader.getByRole("main").getByRole("link", { name: say("events:lead.whoComes"), exact: true }).click();
  await expect(leader.getByRole("main").getByText("Ахметова").first()).toBeVisible();

  await leader.goto(`/kk${event.desk}`);
  await leader.getByRole("link", { name: say("events:desk.callOff"), exact: true }).click();
  const question = leader.getByRole("dialog");
  await question.getByLabel(say("events:desk.reason"), { exact: true }).fill("Зал жабылды.");
  await question.getByRole("button", { name: say("events:desk.callOff"), exact: true }).click();
  await isTold(leader, say("events:notice.eventCancelled"));
  await guest.reload();
  await expect(guest.getByRole("main")).toContainText("Зал жабылды.");
});

test("a member writes to the leaders of their chapter (kk, without JavaScript): nothing typed is lost, and the answer would come to them", async ({ visitor, signedInAs }) => {
  const say = sayIn("kk");
  const page = await signedInAs("aigerim", { ...phone, javaScriptEnabled: false });
  const send = () => page.getByRole("main").getByRole("button", { name: say("common:action.send"), exact: true }).click();
  await page.goto("/kk/chapters/london");
  await page.getByRole("link", { name: say("chapters:page.write"), exact: true }).click();
  await expect(page).toHaveURL("/kk/chapters/london/write");
  await expect(page.getByRole("main")).toContainText(say("messages:form.goesAlong"));
  const text = page.getByLabel(say("messages:form.text"), { exact: true });
  const tooMuch = "Сәлеметсіз бе! ".repeat(140).trim();
  await text.fill(tooMuch);
  await send();
  await expect(page.getByRole("group", { name: say("common:ui.errorSummary") })).toContainText("2000");
  await expect(text).toHaveValue(tooMuch);

  const words = `Кездесуге келе аламын ба? ${process.pid}`;
  await text.fill(words);
  await send();
  await isTold(page, say("messages:notice.sent"));

  const reader = await visitor();
  await expect(async () => {
    await openLetter(reader, "kk", "daniyar@demo.kazalliance.example");
    await expect(reader.getByRole("article").locator("blockquote")).toHaveText(words, { timeout: 500 });
  }).toPass();
  await expect(reader.getByRole("article").locator("dl")).toContainText("Ахметова Айгерім · aigerim@demo.kazalliance.example");
});

test("a president appoints a member for a later day and takes it back (ru, without JavaScript): nothing chosen is lost", async ({ signedInAs }) => {
  const say = sayIn("ru");
  const page = await signedInAs("daniyar", { ...phone, javaScriptEnabled: false });
  const main = page.getByRole("main");
  await page.goto("/ru/lead/london/team");
  await main.getByRole("link", { name: say("chapters:office.appoint"), exact: true }).click();
  await page.getByRole("searchbox").fill("akhmetova aigerim");
  await main.getByRole("button", { name: say("common:action.search"), exact: true }).click();
  await main.getByRole("listitem").filter({ hasText: "Ахметова Айгерім" }).getByRole("link").first().click();
  await expect(main).toContainText(say("chapters:office.handover"));
  const firstDay = page.getByLabel(say("chapters:office.firstDay"), { exact: true });
  await firstDay.fill("2020-01-01");
  await page.getByLabel(say("chapters:desk.mandate.role"), { exact: true }).selectOption("events_lead");
  const press = () => main.getByRole("button", { name: say("chapters:office.appoint"), exact: true }).click();
  await press();
  await expect(page.getByRole("group", { name: say("common:ui.errorSummary") })).toContainText(say("chapters:refusal.first-day"));
  await expect(firstDay).toHaveValue("2020-01-01");
  await expect(page.getByLabel(say("chapters:desk.mandate.role"), { exact: true })).toHaveValue("events_lead");
  await firstDay.fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  await press();
  await isTold(page, say("chapters:office.notice.appointed"));

  const row = main.getByRole("row").filter({ hasText: "Ахметова" });
  await expect(row).toContainText(say("chapters:desk.mandate.coming"));
  await row.getByRole("link").click();
  await page.getByRole("dialog").getByRole("button", { name: say("chapters:office.end.coming.action"), exact: true }).click();
  await isTold(page, say("chapters:office.notice.ended"));
  await expect(row).toHaveCount(0);
});

test("a leader declines a request, and the student reads why", async ({ visitor, signedInAs }) => {
  const say = sayIn("kk");
  const reason = "Бөлімше тек Лондондағы студенттерге арналған.";
  const student = newStudent();
  const page = await visitor(phone);
  await openAccount(page, "kk", student);
  await confirmByCode(page, "kk", student);
  await tellStudy(page, "kk");
  await tellYourself(page, "kk", student);
  await page.locator('button[name="chapter"][value="london"]').click();
  await isTold(page, say("chapters:notice.requested"));

  const leader = await signedInAs("daniyar");
  await leader.goto("/kk/lead/london/requests");
  await leader.getByRole("listitem").filter({ hasText: student.surname }).getByRole("link", { name: say("chapters:desk.request.decline") }).click();
  await leader.getByLabel(say("chapters:desk.request.reason"), { exact: true }).fill(reason);
  await leader.getByRole("button", { name: say("chapters:desk.request.declineSend"), exact: true }).click();
  await isTold(leader, say("chapters:notice.requestDeclined"));
  await expect(async () => {
    await openLetter(page, "kk", student.email);
    await expect(page.getByRole("article")).toContainText(reason, { timeout: 500 });
  }).toPass();
});

for (const { name, language, javaScriptEnabled } of ways.filter(({ language }) => language === "kk")) {
  test(`a member leaves, then takes their account away (${name}): it is gone, a letter says so, and the same address begins anew`, async ({ visitor }) => {
    test.setTimeout(120_000);
    const say = sayIn(language);
    const press = (words: string) => page.getByRole("main").getByRole("button", { name: words, exact: true }).click();
    const student = newStudent();
    const page = await visitor({ ...phone, javaScriptEnabled });
    await openAccount(page, language, student);
    await confirmByCode(page, language, student);
    await tellStudy(page, language);
    await tellYourself(page, language, student);
    // In real life the code that let them in no longer counts as proof by then, so they sign in again with their password.
    await page.goto(`/${language}/settings/account`);
    await press(say("account:settings.signOutEverywhere"));
    await expect(page).toHaveURL(/notice=signed-out-everywhere/);
    const signIn = async () => {
      await page.goto(`/${language}/sign-in?to=/${language}/settings/privacy`);
      await page.getByLabel(say("common:ui.email"), { exact: true }).fill(student.email);
      await page.getByLabel(say("common:ui.password"), { exact: true }).fill(student.password);
      await press(say("common:action.signIn"));
    };
    await signIn();
    await page.getByRole("link", { name: say("members:myData.leave"), exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: say("members:myData.leave"), exact: true }).click();
    await expect(page).toHaveURL(`/${language}/me`);
    await expect(page.getByRole("main")).toContainText(say("members:empty.leftChapters"));
    await page.goto(`/${language}/settings/privacy`);
    await page.getByRole("link", { name: say("account:erase.open"), exact: true }).click();
    await expect(page).toHaveURL(`/${language}/settings/erase`);

    await page.getByLabel(say("common:ui.password"), { exact: true }).fill("қате құпиясөз");
    await press(say("account:erase.forGood"));
    await expect(page.getByRole("group", { name: say("common:ui.errorSummary") })).toContainText(say("account:password.wrongCurrent"));
    await page.getByLabel(say("common:ui.password"), { exact: true }).fill(student.password);
    await press(say("account:erase.forGood"));
    await expect(page).toHaveURL(`/${language}/sign-in?notice=account-erased`);
    await expect(page.getByRole("main").getByRole("status")).toHaveText(say("account:notice.accountErased"));
    await page.goto(`/${language}/me`);
    await expect(page).toHaveURL(/sign-in/);
    await signIn();
    await expect(page.getByRole("main")).toContainText(say("common:error.signIn"));

    await expect(async () => {
      await openLetter(page, language, student.email);
      await expect(page.getByRole("article")).toContainText(say("account:mail.erasedLine"), { timeout: 500 });
    }).toPass();
    await openAccount(page, language, student);
    await confirmByCode(page, language, student);
  });
}
