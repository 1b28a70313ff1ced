import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { SectionHead } from "~/ui/section-head";
import { TaskList } from "~/ui/task-list";

import type { Task } from "../rules";

const paths: Record<Task, string> = {
  return: "/settings/privacy#leave",
  chapter: "/join/chapter",
  graduation: "/settings/profile#study",
  latin: "/settings/profile",
};

/** What to do next; renders nothing without tasks. `endsOn`: the expected end of the study. */
export function MyTasks({ tasks, endsOn }: { tasks: Task[]; endsOn: string | null }) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  if (tasks.length === 0) return null;
  const endDate = endsOn ? formatDate(endsOn, locale, "monthYear", "UTC") : "";
  const titleOf = (task: Task) => (task === "graduation" ? t("me.task.graduation", { date: endDate }) : t(`me.task.${task}`));
  return (
    <section aria-labelledby="tasks">
      <SectionHead id="tasks" title={t("me.tasks")} />
      <TaskList
        tasks={tasks.map((task, index) => ({
          title: titleOf(task),
          text: t(`me.task.${task}Text`),
          action: (
            <ButtonLink to={localePath(locale, paths[task])} tone={index === 0 ? "primary" : "secondary"}>
              {t(`me.task.${task}Action`)}
            </ButtonLink>
          ),
        }))}
      />
    </section>
  );
}
