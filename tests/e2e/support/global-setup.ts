import { startSite } from "./site";

/** One server for all journeys; the workers learn from the environment where it is. */
export default async function setup() {
  const { url, folder, stop } = await startSite();
  process.env.JOURNEYS_URL = url;
  process.env.JOURNEYS_FOLDER = folder;
  return stop;
}
