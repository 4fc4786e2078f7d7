// Lighthouse, mobile preset, in one browser: an address a line comes in, a report a line goes out.
// Arguments: path of the browser, categories with commas between, flags of the browser.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, categories, ...chromeFlags] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags });
const options = {
  port: chrome.port,
  logLevel: "error",
  onlyCategories: categories.split(","),
  disableFullPageScreenshot: true,
};
for await (const address of createInterface({ input: process.stdin })) {
  const { lhr } = await lighthouse(address, options);
  process.stdout.write(JSON.stringify(lhr) + "\n");
}
chrome.kill();
process.exit();  // open sockets would keep it for seconds
