using System.Globalization;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Routes;

namespace Middeck.Operations.Entry.Generated;

/// <summary>The entry as a configuration of nginx, for those who run it before us: a file for its <c>http</c> section (conf.d).</summary>
public static class NginxConfiguration
{
    // With the port that the client asked for.
    private const string ClientHost = "$http_host";

    /// <summary>Writes the whole file.</summary>
    public static string Write(ProxyPlan plan, NginxPlaces places)
    {
        var text = new NginxText();
        WriteHead(text, plan, places);
        WriteUpstreams(text, plan);
        if (plan.HasCertificate)
        {
            WriteRedirect(text, places.Port, places.TlsPort);
        }

        var listens = Listens(plan, plan.HasCertificate ? places.TlsPort : places.Port);
        WriteServer(text, plan, places, listens, plan.HostNames.Count > 0 ? string.Join(' ', plan.HostNames) : "_", null);
        foreach (var route in plan.Routes.Routes.Where(route => route.Host is not null))
        {
            WriteServer(text, plan, places, listens, route.Host!, route);
        }

        foreach (var route in plan.Routes.Routes.Where(route => route.Port is not null))
        {
            WriteServer(text, plan, places, Listens(plan, route.Port!.Value), "_", route);
        }

        return text.ToString();
    }

    private static void WriteHead(NginxText text, ProxyPlan plan, NginxPlaces places)
    {
        text.Comment("Made by: middeck entry nginx. Put it into nginx's http section, such as /etc/nginx/conf.d/middeck.conf,");
        text.Comment("and make it anew after changes of services.yaml. The platform must believe what this proxy says of clients:");
        text.Comment("  entry:");
        text.Comment("    trusted_proxies: [127.0.0.1]   # nginx's address as the platform sees it");
        if (plan.Server.Port == places.Port)
        {
            text.Comment($"Both want port {places.Port}: give the platform another one, server.port: 7080 and server.address: 127.0.0.1,");
            text.Comment("and make this file anew.");
        }

        foreach (var problem in plan.Routes.Problems)
        {
            text.Comment($"No route for {problem.Service}: {problem.Sentence.English}");
        }

        text.Line();
        text.Open("map $http_upgrade $middeck_connection");
        text.Line("default upgrade;");
        text.Line("'' '';");
        text.Close();
        text.Comment("What stands after these paths is a secret, and so may be what stands in a query: neither is logged.");
        text.Open("map $uri $middeck_logged_uri");
        text.Line("default $uri;");
        text.Line("~^(/triggers/|/invite/|/reset/|/s/|/embed/). $1***;");
        text.Close();
        text.Line("log_format middeck '$remote_addr - - [$time_local] \"$request_method $middeck_logged_uri $server_protocol\" '");
        text.Line("                   '$status $body_bytes_sent \"-\" \"$http_user_agent\" $request_time $host';");
        if (plan.Entry.RequestsPerMinutePerAddress > 0)
        {
            text.Line($"limit_req_zone $binary_remote_addr zone=middeck:10m rate={plan.Entry.RequestsPerMinutePerAddress}r/m;");
        }

        text.Line();
    }

    private static void WriteUpstreams(NginxText text, ProxyPlan plan)
    {
        text.Open("upstream middeck");
        text.Line($"server {new Uri(plan.Server.LocalUrl()).Authority};");
        text.Line("keepalive 64;");
        text.Close();
        foreach (var route in plan.Routes.Routes)
        {
            text.Open($"upstream {UpstreamOf(route)}");
            if (route.IsSpread)
            {
                text.Comment("Sessions of pages stay with one target.");
                text.Line("ip_hash;");
            }

            foreach (var target in route.Targets)
            {
                text.Line($"server {target.Host}:{target.Port} max_fails=3 fail_timeout=10s;");
            }

            text.Line("keepalive 16;");
            text.Close();
        }

        text.Line();
    }

    private static void WriteRedirect(NginxText text, int port, int tlsPort)
    {
        var suffix = tlsPort == 443 ? "" : string.Create(CultureInfo.InvariantCulture, $":{tlsPort}");
        text.Open("server");
        text.Line($"listen {port} default_server;");
        text.Line("server_name _;");
        text.Open("location /");
        text.Line($"return 308 https://$host{suffix}$request_uri;");
        text.Close();
        text.Open("location /health");
        WritePass(text, "http://middeck", ClientHost, 60);
        text.Close();
        text.Close();
    }

    private static IReadOnlyList<string> Listens(ProxyPlan plan, int port)
        => plan.HasCertificate ? [$"listen {port} ssl http2;"] : [$"listen {port};"];

    // A null route: the platform's own server, with the services that have a path.
    private static void WriteServer(
        NginxText text, ProxyPlan plan, NginxPlaces places, IReadOnlyList<string> listens, string names, EntryRoute? route)
    {
        text.Open("server");
        foreach (var listen in listens)
        {
            text.Line(route is null ? listen.Replace(";", " default_server;", StringComparison.Ordinal) : listen);
        }

        text.Line($"server_name {names};");
        text.Line($"access_log {places.Log} middeck;");
        WriteCertificate(text, plan);
        if (plan.Entry.RequestsPerMinutePerAddress is > 0 and var limit)
        {
            text.Line($"limit_req zone=middeck burst={limit} nodelay;");
            text.Line("limit_req_status 429;");
        }

        WriteCompression(text, plan);
        if (route is null)
        {
            WritePlatform(text, plan, places);
        }
        else
        {
            WriteService(text, plan, places, route, "/");
        }

        text.Close();
    }

    private static void WriteCertificate(NginxText text, ProxyPlan plan)
    {
        if (!plan.HasCertificate)
        {
            return;
        }

        var key = plan.Entry.CertificateKeyFile.Length > 0 ? plan.Entry.CertificateKeyFile : plan.Entry.CertificateFile;
        text.Line($"ssl_certificate {plan.Entry.CertificateFile};");
        text.Line($"ssl_certificate_key {key};");
        text.Line("ssl_protocols TLSv1.2 TLSv1.3;");
        if (plan.Server.IsProduction && plan.Entry.HstsDays > 0)
        {
            text.Line($"add_header Strict-Transport-Security \"max-age={plan.Entry.HstsDays * 86400L}\" always;");
        }
    }

    private static void WriteCompression(NginxText text, ProxyPlan plan)
    {
        if (plan.Entry.Compress)
        {
            text.Comment("Not text/event-stream: its events must come one by one.");
            text.Line("gzip on;");
            text.Line("gzip_proxied any;");
            text.Line("gzip_vary on;");
            text.Line("gzip_types text/css text/plain text/javascript application/javascript application/json application/problem+json image/svg+xml;");
        }
    }

    private static void WritePlatform(NginxText text, ProxyPlan plan, NginxPlaces places)
    {
        foreach (var route in plan.Routes.Routes.Where(route => route.Path is not null))
        {
            if (route.StripPrefix)
            {
                // Else the page's relative links would lead beside the prefix.
                text.Open($"location = {route.Path}");
                text.Line($"return 307 {route.Path}/$is_args$args;");
                text.Close();
            }
            else
            {
                WriteService(text, plan, places, route, $"= {route.Path}");
            }

            WriteService(text, plan, places, route, $"^~ {route.Path}/");
        }

        foreach (var path in plan.Entry.AdminPaths)
        {
            text.Open($"location ^~ {path}");
            WriteNetworks(text, plan);
            WritePlatformPass(text);
            text.Close();
        }

        text.Open("location /");
        WritePlatformPass(text);
        text.Close();
    }

    private static void WritePlatformPass(NginxText text)
    {
        text.Comment("The platform has limits of its own for each kind of upload.");
        text.Line("client_max_body_size 0;");
        WritePass(text, "http://middeck", ClientHost, 3600);
    }

    private static void WriteService(NginxText text, ProxyPlan plan, NginxPlaces places, EntryRoute route, string location)
    {
        text.Open($"location {location}");
        text.Open($"if (-f {places.MaintenanceFile})");
        text.Line("return 503;");
        text.Close();
        if (route.IsAdministrative)
        {
            WriteNetworks(text, plan);
        }

        var first = route.Targets[0];
        var below = first.AbsolutePath.TrimEnd('/');
        if (route.StripPrefix)
        {
            text.Line($"rewrite ^{route.Path}/?(.*)$ {below}/$1 break;");
            text.Line($"proxy_set_header X-Forwarded-Prefix {route.Path};");
        }
        else if (below.Length > 0)
        {
            text.Line($"rewrite ^(.*)$ {below}$1 break;");
        }

        text.Line($"client_max_body_size {plan.BodyOf(route)};");
        if (first.Scheme == Uri.UriSchemeHttps)
        {
            text.Line("proxy_ssl_server_name on;");
            text.Line($"proxy_ssl_name {first.Host};");
        }

        WritePass(text, $"{first.Scheme}://{UpstreamOf(route)}", route.KeepsHost ? ClientHost : first.Authority, plan.SecondsOf(route));
        text.Close();
    }

    private static void WritePass(NginxText text, string target, string host, int seconds)
    {
        text.Line("proxy_http_version 1.1;");
        text.Line("proxy_buffering off;");
        text.Line("proxy_request_buffering off;");
        text.Line($"proxy_read_timeout {seconds}s;");
        text.Line($"proxy_send_timeout {seconds}s;");
        text.Line($"proxy_set_header Host {host};");
        text.Line("proxy_set_header Upgrade $http_upgrade;");
        text.Line("proxy_set_header Connection $middeck_connection;");
        text.Comment("Set, not added to: what a client says of itself is not passed on.");
        text.Line("proxy_set_header X-Forwarded-For $remote_addr;");
        text.Line("proxy_set_header X-Forwarded-Proto $scheme;");
        text.Line("proxy_set_header X-Forwarded-Host $http_host;");
        text.Line($"proxy_pass {target};");
    }

    private static void WriteNetworks(NginxText text, ProxyPlan plan)
    {
        foreach (var network in plan.AdminNetworks)
        {
            text.Line($"allow {network};");
        }

        text.Line("deny all;");
    }

    private static string UpstreamOf(EntryRoute route) => $"middeck_service_{route.Service.Replace('-', '_')}";
}
