import { expect, test } from "vitest";
import { draftsIn, postingPath } from "../../src/recruiting/job-posting.ts";

const posting = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  title: "Empregado/a de mesa",
  inLanguage: "pt-PT",
  datePosted: "2026-11-01",
  jobStartDate: "2026-12-01T00:00:00Z",
  employmentType: "FULL_TIME",
  identifier: { "@type": "PropertyValue", name: "Casa Norte", value: "CN 17/b" },
  jobLocation: {
    "@type": "Place",
    address: { "@type": "PostalAddress", addressLocality: "Lisboa", addressCountry: "PT" },
  },
  baseSalary: {
    "@type": "MonetaryAmount",
    currency: "EUR",
    value: { "@type": "QuantitativeValue", value: 1050, unitText: "MONTH" },
  },
  description: "<p>Servir &agrave; mesa &amp; sorrir.</p><ul><li>Fim&nbsp;de semana</li><li>Noite</li></ul>",
};

function read(change: Record<string, unknown>): unknown {
  return draftsIn({ ...posting, ...change })[0]?.input;
}

test("a JobPosting is read as a vacancy", () => {
  expect(draftsIn(posting)).toEqual([
    {
      isPosting: true,
      input: {
        id: "cn-17-b",
        title: "Empregado/a de mesa",
        place: { city: "Lisboa", country: "PT" },
        language: "pt",
        pay: "1050\u00a0€ / mês",
        hours: "full_time",
        start: "2026-12-01",
        description: "Servir à mesa & sorrir.\n\n- Fim de semana\n- Noite",
        questions: [],
      },
    },
  ]);
});

test.each([
  ["an array", [posting, posting], 2],
  ["a graph", { "@context": "https://schema.org", "@graph": [{ "@type": "Organization" }, posting, { id: "x" }] }, 1],
  ["a type with a prefix among others", { ...posting, "@type": ["Thing", "schema:JobPosting"] }, 1],
  ["a type with its whole address", { ...posting, "@type": "https://schema.org/JobPosting" }, 1],
  ["no JobPosting", { "@type": "Organization", title: "x" }, 0],
])("%s holds its JobPostings", (_name, document, count) => {
  const drafts = draftsIn(document);
  expect(drafts.map(({ isPosting }) => isPosting)).toEqual(Array.from({ length: count }, () => true));
});

test("what is no JSON-LD stays as it is", () => {
  expect(draftsIn([{ id: "a" }, "b"])).toEqual([
    { input: { id: "a" }, isPosting: false },
    { input: "b", isPosting: false },
  ]);
});

const salary = (value: unknown, currency: unknown = "EUR") => ({ baseSalary: { currency, value } });

test.each<[name: string, change: Record<string, unknown>, expected: Record<string, unknown>]>([
  ["an identifier as words", { identifier: "Küche 1" }, { id: "kuche-1" }],
  ["no identifier", { identifier: undefined, title: "Straßenbau" }, { id: "strassenbau-lisboa" }],
  ["several kinds of work", { employmentType: ["FULL_TIME", "PART_TIME"] }, { hours: "either" }],
  ["another kind of work", { employmentType: "INTERN" }, { hours: undefined }],
  [
    "a range",
    salary({ minValue: 13, maxValue: 15.5, unitText: "HOUR" }),
    { pay: expect.stringMatching(/^13\D+15,50\s€ \/ hora$/) },
  ],
  ["an amount alone", salary(2500), { pay: "2500\u00a0€" }],
  ["an amount that is no number", salary({ value: "2.500,00" }), { pay: "2.500,00 EUR" }],
  ["a currency that is none", salary(10, "coins"), { pay: "10 coins" }],
  ["pay in words", { baseSalary: "nach Tarif" }, { pay: "nach Tarif" }],
  ["no pay", { baseSalary: undefined }, { pay: undefined }],
  ["a language that is no code", { inLanguage: "Portuguese" }, { language: "Portuguese" }],
  ["a language as a thing", { inLanguage: { name: "Portuguese", alternateName: "pt" } }, { language: "pt" }],
  ["no start", { jobStartDate: undefined }, { start: undefined }],
  ["a start in words", { jobStartDate: "Today" }, { start: "Today" }],
  ["escaped HTML", { description: "&lt;p&gt;Hi&lt;br&gt;you&lt;/p&gt;" }, { description: "Hi\nyou" }],
  [
    "a script",
    { description: "<script>alert(1)</script><b>Hi</b> 1 < 2 &#8364;&#x41;&unknown;" },
    { description: "Hi 1 < 2 €A&unknown;" },
  ],
  ["questions", { questions: [1] }, { questions: [1] }],
  ["questions as an extension", { "x-questions": [1] }, { questions: [1] }],
  ["an extension that nobody knows", { "x-question": [1] }, { "x-question": [1] }],
  ["both kinds of questions", { "x-questions": [1], questions: [2] }, { "x-questions": [1] }],
])("%s", (_name, change, expected) => {
  expect(read(change)).toMatchObject(expected);
});

test.each([
  ["pt", "PT"],
  ["Portugal", "PT"],
  ["ALEMANIA", "DE"],
  ["Deutschland", "DE"],
  ["Royaume-Uni", "GB"],
  ["UK", "GB"],
  [{ "@type": "Country", name: "Spain" }, "ES"],
  ["Atlantis", "Atlantis"],
])("the country %j is %s", (addressCountry, country) => {
  const jobLocation = [{ address: { addressLocality: "x", addressCountry } }];
  expect(read({ jobLocation })).toMatchObject({ place: { city: "x", country } });
});

test("a posting without a place has none", () => {
  expect(read({ jobLocation: "Lisboa" })).toMatchObject({ place: { city: undefined, country: undefined } });
});

test("a problem is named by the place that its author knows", () => {
  expect(postingPath("place.city")).toBe("jobLocation.address.addressLocality");
  expect(postingPath("questions[permit].type")).toBe("questions[permit].type");
});
