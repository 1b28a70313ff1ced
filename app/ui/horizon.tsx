import { Frieze } from "./frieze";

/** Where the sky band meets the page. */
export function Horizon() {
  return <Frieze className="horizon" />;
}
