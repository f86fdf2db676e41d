// `host`, `basePath`, `schemes` and `securityDefinitions` of Swagger 2.0 → the servers
// and security schemes of OpenAPI 3.0.

import { isObject } from "../is-object.js";
import {
  childPart,
  moved,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";

export function upgradeServers(
  root: SwaggerPart,
  context: UpgradeContext,
): unknown[] {
  const { host, basePath, schemes } = isObject(root.value) ? root.value : {};
  const path = typeof basePath === "string" ? basePath : "";
  if (typeof host !== "string") return path === "" ? [] : [{ url: path }];
  const listed: unknown[] =
    Array.isArray(schemes) && schemes.length > 0 ? schemes : [null];
  const origin = childPart(root, "host", context);
  return listed.map((scheme) => {
    const protocol = typeof scheme === "string" ? `${scheme}:` : "";
    const url = `${protocol}//${host}${path.replace(/\/$/, "")}`;
    return moved({ url }, origin, context);
  });
}

const flowNames: Readonly<Record<string, string>> = {
  accessCode: "authorizationCode",
  application: "clientCredentials",
};

export function upgradeSecurityScheme(
  part: SwaggerPart,
  context: UpgradeContext,
): unknown {
  if (!isObject(part.value)) return part.value;
  const { flow, authorizationUrl, tokenUrl, scopes, ...kept } = part.value;
  if (kept.type === "basic") {
    return moved({ ...kept, type: "http", scheme: "basic" }, part, context);
  }
  if (kept.type !== "oauth2") return moved({ ...kept }, part, context);
  const name = flowNames[String(flow)] ?? String(flow);
  const details = { authorizationUrl, tokenUrl, scopes: scopes ?? {} };
  return moved({ ...kept, flows: { [name]: details } }, part, context);
}
