type Named = { surname: string; given_name: string; patronymic?: string | null };

/** Surname, given name, patronymic: as people write themselves, never shortened. */
export const fullName = ({ surname, given_name, patronymic }: Named): string => [surname, given_name, patronymic].filter(Boolean).join(" ");
