import { startSite } from "./site";

/** Starts one server for all tests; the workers find its address in the environment. */
export default async function setup() {
  const { url, folder, stop } = await startSite();
  process.env.JOURNEYS_URL = url;
  process.env.JOURNEYS_FOLDER = folder;
  return stop;
}
