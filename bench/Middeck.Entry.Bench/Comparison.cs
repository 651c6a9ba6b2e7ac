using System.Diagnostics;
using System.Globalization;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Generated;
using Middeck.Operations.Entry.Routes;
using Middeck.Operations.Home;

namespace Middeck.Entry.Bench;

/// <summary>Requests a second through the entry, the bare reverse proxy and nginx, in turns, so that a busy machine is busy for all.</summary>
internal static class Comparison
{
    private const int Rounds = 9;
    private const double Limit = 0.8;
    private const string Nginx = "/usr/sbin/nginx";

    public static ServiceCatalogue Catalogue(Uri upstream) => new(
    [
        Service("named", upstream, new ServiceRoute { Host = "dify.example.com" }),
        Service("grafana", upstream, new ServiceRoute { Path = "/grafana" }),
        Service("prometheus", upstream, new ServiceRoute { Path = "/prometheus", IsAdministrative = true }),
        Service("service", upstream, new ServiceRoute { Path = "/service" }),
    ]);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("middeck-entry-bench-");
        var home = new MiddeckHome(folder.FullName);
        home.Create();
        var (upstream, bare, entry, nginx) = (Load.FreePort(), Load.FreePort(), Load.FreePort(), Load.FreePort());
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{upstream}"));
        List<Process> processes =
        [
            Start(["upstream", $"{upstream}"]),
            Start(["bare", $"{bare}", address.AbsoluteUri]),
            Start(["entry", $"{entry}", address.AbsoluteUri, home.Root]),
        ];
        var proxies = new List<(string Name, int Port)> { ("bare reverse proxy", bare), ("entry", entry) };
        if (File.Exists(Nginx))
        {
            processes.Add(StartNginx(home, address, nginx));
            proxies.Add(("nginx", nginx));
        }

        try
        {
            return await CompareAsync(proxies, home);
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }

            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> CompareAsync(List<(string Name, int Port)> proxies, MiddeckHome home)
    {
        var results = proxies.ToDictionary(proxy => proxy.Name, _ => new List<double>());
        foreach (var (_, port) in proxies)
        {
            await Load.WaitAsync(port);
            await Load.RunAsync(port, TimeSpan.FromSeconds(5));
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, port) in proxies)
            {
                results[name].Add(await Load.RunAsync(port, TimeSpan.FromSeconds(2)));
            }
        }

        var bare = results[proxies[0].Name];
        Console.WriteLine("| 64 connections, small answers | requests/s (median) | of the bare reverse proxy |");
        Console.WriteLine("|---|---|---|");
        foreach (var (name, _) in proxies)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {Median(results[name]):F0} | {Ratio(results[name], bare):F2} |"));
        }

        var ratio = Ratio(results["entry"], bare);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Access log: {new FileInfo(home.LogOf("access")).Length / 1e6:F0} MB. Limit {Limit}: {(ratio >= Limit ? "kept" : "broken")}."));
        return ratio >= Limit ? 0 : 1;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    // Of each round by itself: what disturbs one round disturbs both.
    private static double Ratio(List<double> values, List<double> bare) => Median(values.Zip(bare, (value, other) => value / other));

    private static Process Start(IReadOnlyList<string> arguments)
        => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments))!;

    private static Process StartNginx(MiddeckHome home, Uri upstream, int port)
    {
        var plan = new ProxyPlan(
            new ServerOptions { Port = upstream.Port },
            new EntryOptions { RequestsPerMinutePerAddress = 10_000_000, AdminPaths = ["/admin"] },
            EntryRoutes.Of(Catalogue(upstream), new OwnPlaces([], [])));
        var site = Path.Combine(home.Root, "middeck.conf");
        File.WriteAllText(site, NginxConfiguration.Write(
            plan, new NginxPlaces(port, 0, Path.Combine(home.Logs, "nginx.log"), home.RunFile("maintenance"))));
        var file = Path.Combine(home.Root, "nginx.conf");
        File.WriteAllText(file, $$"""
            daemon off; master_process off; pid {{home.Root}}/nginx.pid; error_log {{home.Root}}/error.log;
            events { worker_connections 1024; }
            http { keepalive_requests 1000000000; client_body_temp_path {{home.Root}}/body; proxy_temp_path {{home.Root}}/proxy;
              fastcgi_temp_path {{home.Root}}/fastcgi; uwsgi_temp_path {{home.Root}}/uwsgi; scgi_temp_path {{home.Root}}/scgi;
              include {{site}}; }
            """);
        return Process.Start(new ProcessStartInfo(Nginx, ["-c", file, "-e", Path.Combine(home.Root, "error.log")]))!;
    }

    private static ServiceEntry Service(string name, Uri upstream, ServiceRoute route)
        => new(name, ServiceKind.Process) { Route = route with { Targets = [upstream] } };
}
