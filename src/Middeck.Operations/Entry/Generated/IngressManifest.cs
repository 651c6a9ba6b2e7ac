using System.Globalization;
using System.Text;
using Middeck.Operations.Entry.Routes;

namespace Middeck.Operations.Entry.Generated;

/// <summary>
/// The entry as objects of Kubernetes: an Ingress for the platform and one for each service, with the annotations of ingress-nginx,
/// and an ExternalName for services of somebody else. Inside the cluster a service is reached by its name and port.
/// </summary>
public static class IngressManifest
{
    private const int PlatformPort = 80;
    private const string Prefix = "nginx.ingress.kubernetes.io";

    /// <summary>Writes the documents, parted by <c>---</c>.</summary>
    /// <param name="plan">What the entry knows.</param>
    /// <param name="className">The cluster's class of Ingress, such as <c>nginx</c>.</param>
    /// <param name="secret">The secret with the certificate; null: no encryption.</param>
    public static string Write(ProxyPlan plan, string className, string? secret)
    {
        var text = new StringBuilder();
        text.Append("# Made by: middeck entry ingress. Apply it with: kubectl apply -f FILE.\n");
        foreach (var problem in plan.Routes.Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"# No route for {problem.Service}: {problem.Sentence.English}\n");
        }

        foreach (var route in plan.Routes.Routes.Where(route => route.Port is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {route.Service} has a port of its own ({route.Port}), which no Ingress knows: give it a host, or a Service of type LoadBalancer.\n");
        }

        var hosts = plan.HostNames.Count > 0 ? plan.HostNames : [""];
        Append(text, new Part("middeck", className, secret, hosts, "/", "middeck", PlatformPort)
        {
            // The platform has limits of its own for each kind of upload, and streams for as long as an answer takes.
            Annotations = [("proxy-body-size", "0"), ("proxy-buffering", "off"), ("proxy-read-timeout", "3600"), ("proxy-send-timeout", "3600"), .. Limits(plan, secret)],
        });
        foreach (var path in plan.Entry.AdminPaths)
        {
            Append(text, new Part($"middeck{path.Replace('/', '-')}", className, secret, hosts, path, "middeck", PlatformPort)
            {
                Annotations = [("proxy-read-timeout", "3600"), Networks(plan), .. Limits(plan, secret)],
            });
        }

        foreach (var route in plan.Routes.Routes.Where(route => route.Port is null))
        {
            AppendService(text, plan, route, className, secret, hosts);
        }

        return text.ToString();
    }

    private static void AppendService(
        StringBuilder text, ProxyPlan plan, EntryRoute route, string className, string? secret, IReadOnlyList<string> hosts)
    {
        var target = route.Targets[0];
        if (!route.KeepsHost)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: "{route.Service}"
                spec:
                  type: ExternalName
                  externalName: "{target.Host}"
                  ports:
                    - port: {target.Port}

                """);
        }

        List<(string Name, string Value)> annotations =
        [
            ("proxy-body-size", plan.BodyOf(route).ToString(CultureInfo.InvariantCulture)),
            ("proxy-buffering", "off"),
            ("proxy-read-timeout", plan.SecondsOf(route).ToString(CultureInfo.InvariantCulture)),
            ("proxy-send-timeout", plan.SecondsOf(route).ToString(CultureInfo.InvariantCulture)),
            .. Limits(plan, secret),
        ];
        if (route.IsAdministrative)
        {
            annotations.Add(Networks(plan));
        }

        if (route.IsSpread)
        {
            annotations.AddRange([("affinity", "cookie"), ("session-cookie-name", $".middeck.{route.Service}")]);
        }

        if (target.Scheme == Uri.UriSchemeHttps)
        {
            annotations.AddRange([("backend-protocol", "HTTPS"), ("proxy-ssl-server-name", "on"), ("proxy-ssl-name", target.Host)]);
        }

        if (!route.KeepsHost)
        {
            annotations.Add(("upstream-vhost", target.Authority));
        }

        var path = route.Path ?? "/";
        if (route.StripPrefix)
        {
            annotations.AddRange([("use-regex", "true"), ("rewrite-target", "/$2"), ("x-forwarded-prefix", path)]);
        }

        Append(text, new Part(
            $"middeck-{route.Service}", className, secret, route.Host is { } host ? [host] : hosts,
            route.StripPrefix ? $"{path}(/|$)(.*)" : path, route.Service, target.Port)
        {
            Annotations = annotations,
            PathType = route.StripPrefix ? "ImplementationSpecific" : "Prefix",
        });
    }

    private static IEnumerable<(string Name, string Value)> Limits(ProxyPlan plan, string? secret)
    {
        yield return ("ssl-redirect", secret is null ? "false" : "true");
        if (plan.Entry.RequestsPerMinutePerAddress is > 0 and var limit)
        {
            yield return ("limit-rpm", limit.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static (string Name, string Value) Networks(ProxyPlan plan)
        => ("whitelist-source-range", string.Join(',', plan.AdminNetworks));

    private static void Append(StringBuilder text, Part part)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: "{part.Name}"
              annotations:

            """);
        foreach (var (name, value) in part.Annotations)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Prefix}/{name}: \"{value}\"\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"spec:\n  ingressClassName: \"{part.ClassName}\"\n");
        if (part.Secret is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"  tls:\n    - secretName: \"{part.Secret}\"\n");
            if (part.Hosts[0].Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"      hosts: [{string.Join(", ", part.Hosts.Select(host => $"\"{host}\""))}]\n");
            }
        }

        text.Append("  rules:\n");
        foreach (var host in part.Hosts)
        {
            text.Append(host.Length > 0 ? $"    - host: \"{host}\"\n      http:\n" : "    - http:\n");
            text.Append(CultureInfo.InvariantCulture, $"""
                        paths:
                          - path: "{part.Path}"
                            pathType: {part.PathType}
                            backend:
                              service:
                                name: "{part.Service}"
                                port:
                                  number: {part.Port}

                """);
        }
    }

    private sealed record Part(
        string Name, string ClassName, string? Secret, IReadOnlyList<string> Hosts, string Path, string Service, int Port)
    {
        public IReadOnlyList<(string Name, string Value)> Annotations { get; init; } = [];

        public string PathType { get; init; } = "Prefix";
    }
}
