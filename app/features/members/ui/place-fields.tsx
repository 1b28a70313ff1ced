import { useTranslation } from "~/core/i18n/use-translation";
import type { ServerForm } from "~/core/use-server-form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { Select } from "~/ui/select";
import { useHydrated } from "~/ui/use-hydrated";
import { useOverridableValue } from "~/ui/use-overridable-value";

import type { Places } from "../places.server";
import type { StudyInput } from "../schema";

type Props = Pick<ServerForm<StudyInput>, "fields" | "errorOf"> & {
  places: Places;
  /** Names to suggest when what was typed is not in the list. */
  suggestions: string[];
};

/** Country, city, university. The longer lists are narrowed as soon as the one before is chosen; without JavaScript they stay complete and grouped. */
export function PlaceFields({ fields, errorOf, places, suggestions }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const country = useOverridableValue<HTMLSelectElement>(fields.country.value);
  const city = useOverridableValue<HTMLSelectElement>(fields.city.value);
  const isHydrated = useHydrated();
  const countries = places.countries.filter(({ id }) => !isHydrated || !country.value || id === country.value);
  const universities = places.universities.filter((university) => !isHydrated || !city.value || university.city === city.value);
  const notChosen = <option value="">{t("join.study.notChosen")}</option>;

  return (
    <>
      <Field id={fields.country.id} label={common("ui.country")} error={errorOf(fields.country)}>
        <Select
          name={fields.country.name}
          autoComplete="country"
          {...country.attributes}
          onChange={(event) => {
            country.setOwn(event.target.value);
            city.setOwn("");
          }}
        >
          {notChosen}
          {places.countries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={fields.city.id} label={common("ui.city")} error={errorOf(fields.city)}>
        <Select name={fields.city.name} {...city.attributes}>
          {notChosen}
          {countries.map(({ id, name }) => (
            <optgroup key={id} label={name}>
              {places.cities
                .filter((place) => place.country === id)
                .map((place) => (
                  <option key={place.id} value={place.id}>
                    {place.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field id={fields.university.id} label={common("term.university")} hint={t("join.study.universityHint")} error={errorOf(fields.university)}>
        <Input key={fields.university.value} name={fields.university.name} defaultValue={fields.university.value} list="universities" autoComplete="off" lang="en" />
      </Field>
      <datalist id="universities">
        {universities.map(({ name, city: itsCity }) => (
          <option key={`${name} ${itsCity}`} value={name} />
        ))}
      </datalist>
      {suggestions.length > 0 ? (
        <div>
          {/* The Enter key presses the first submit button of a form: without this one it would choose the first name below. */}
          <button type="submit" name="intent" value="study" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
          <p>{t("join.study.didYouMean")}:</p>
          <ul role="list" className="meant">
            {suggestions.map((name) => (
              <li key={name}>
                <Button type="submit" name="meant" value={name} lang="en">
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Choice bare type="checkbox" name={fields.isElsewhere.name} defaultChecked={fields.isElsewhere.value === "on"} label={t("join.study.notInList")} />
    </>
  );
}
