import { expect, test } from "vitest";
import { type OpenVacancy, offerFor } from "../../src/agent/offer.ts";
import type { TurnInput } from "../../src/platform/procedures.ts";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";
import { said, turnInput } from "./turns.ts";

const waiter = vacancy("waiter-lisbon", "Waiter", "Lisboa");
const cook = vacancy("cook-madrid", "Cook", "Madrid");
const open = [waiter, cook];

test("the only open vacancy is the one; of several the candidate names one, chooses one, or is shown them", async () => {
  expect(await offered(["hi"], {}, [waiter])).toMatchObject({
    vacancy: { id: "waiter-lisbon" },
    applying: { id: null, version: 3 },
  });
  expect(await offered(["hi, about cook-madrid"])).toMatchObject({ applying: { vacancy: "cook-madrid" }, choices: [] });
  expect(await offered(["I am a cook from Madrid"])).toMatchObject({ applying: { vacancy: "cook-madrid" } });
  expect(await offered(["hello"])).toMatchObject({
    vacancy: null,
    applying: null,
    choices: ["Waiter – Lisboa", "Cook – Madrid"],
  });
  const chosen = { recent: [said("bot", "Which?", "vacancy")] };
  expect(await offered(["Cook – Madrid"], chosen)).toMatchObject({ applying: { vacancy: "cook-madrid" } });
  expect(await offered(["hi"], {}, [])).toMatchObject({ vacancy: null, choices: [] });
});

test("an application goes on with the version that it began with, whatever is open now", async () => {
  const edited = { ...waiter, title: "Head waiter", version: 4 };
  const running = await offered(["I was a Cook in Madrid"], { application: application({}) }, [edited, cook]);
  const other = await offered(["now cook-madrid please"], { application: application({}) }, [edited, cook]);
  expect(other).toMatchObject({ ended: 7, applying: { id: null, vacancy: "cook-madrid" } });
  expect(running).toMatchObject({ vacancy: { title: "Waiter" }, applying: { id: 7, version: 3 }, ended: null });
});

test("a vacancy that was closed meanwhile ends the application, and the others are offered", async () => {
  const closed = await offered(["yes"], { application: application({ closed: true }) }, open);
  expect(closed).toMatchObject({ ended: 7, closed: "Waiter", vacancy: null, choices: ["Cook – Madrid"] });
  const none = await offered(["yes"], { application: application({ closed: true }) }, [waiter]);
  expect(none).toMatchObject({ ended: 7, closed: "Waiter", vacancy: null, choices: [] });
});

test("who has applied stays with it, also once it is closed, and may name another one", async () => {
  const submitted = { application: application({ submitted: true, closed: true }) };
  expect(await offered(["any news?"], submitted)).toMatchObject({ applying: { id: 7 }, ended: null });
  expect(await offered(["what about cook-madrid"], submitted)).toMatchObject({
    applying: { id: null, vacancy: "cook-madrid" },
  });
});

test("an application that has been sent is not ended by naming another one, and a general one is not reopened", async () => {
  const sent = { application: application({ submitted: true, closed: true }) };
  expect(await offered(["what about cook-madrid"], sent)).toMatchObject({ ended: null });
  const general = { progress: { asked: { name: 1 }, confirmed: true } };
  expect(await offered(["thanks"], general, [waiter])).toMatchObject({ applying: null, choices: [] });
  expect(await offered(["and waiter-lisbon?"], general)).toMatchObject({ applying: { vacancy: "waiter-lisbon" } });
});

test("a definition that this build cannot read is no vacancy", async () => {
  const unreadable = { application: application({ definition: { id: 5 } }) };
  expect(await offered(["hi"], unreadable)).toEqual({
    vacancy: null,
    closed: null,
    choices: [],
    applying: null,
    ended: null,
  });
});

function offered(texts: string[], given: Partial<TurnInput> = {}, vacancies: OpenVacancy[] = open) {
  return offerFor(turnInput(texts, given), async () => vacancies);
}

function application(given: Partial<NonNullable<TurnInput["application"]>>): NonNullable<TurnInput["application"]> {
  const { version, ...definition } = waiter;
  return {
    id: 7,
    vacancy: "waiter-lisbon",
    version,
    definition,
    closed: false,
    submitted: false,
    decision: null,
    answers: [],
    ...given,
  };
}

function vacancy(id: string, title: string, city: string): OpenVacancy {
  return { ...vacancySchema.parse({ id, title, place: { city, country: "ES" }, language: "en" }), version: 3 };
}
