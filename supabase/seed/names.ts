import type { Random } from "./random";
import { Weighted } from "./random";
import type { GivenName, Reference, Surname } from "./reference";

export type Name = { surname: string; givenName: string; patronymic: string | null; latin: string };

type Pools = { given: Weighted<GivenName>; surnames: Weighted<Surname> };

/** Makes names of people who do not exist: given names and surnames of Kazakhstan's citizens, combined at random by weight, in the member's own script. */
export class NameMaker {
  private readonly pools: Record<"m" | "f", Pools>;
  private readonly fathers: Weighted<GivenName>;

  constructor({ givenNames, surnames }: Pick<Reference, "givenNames" | "surnames">) {
    const of = (gender: "m" | "f"): Pools => ({
      given: new Weighted(givenNames.filter(({ genders }) => genders.includes(gender)), ({ weight }) => weight),
      surnames: new Weighted(surnames.filter(({ genders }) => genders.includes(gender)), ({ weight }) => weight),
    });
    this.pools = { m: of("m"), f: of("f") };
    this.fathers = new Weighted(givenNames.filter(({ genders }) => genders.includes("m")), ({ weight }) => weight);
  }

  make(random: Random): Name {
    const gender = random.chance(0.54) ? "f" : "m";
    const given = this.pools[gender].given.pick(random);
    const surname = this.pools[gender].surnames.pick(random);
    const script = random.chance(0.6) ? "kk" : "ru";
    // Kazakh patronymics end in -ұлы and -қызы; one member in six gives theirs.
    const father = this.fathers.pick(random).kk;
    const patronymic = random.chance(0.16) ? father + (gender === "m" ? "ұлы" : "қызы") : null;
    return { surname: surname[script], givenName: given[script], patronymic, latin: `${surname.latin} ${given.latin}` };
  }
}
