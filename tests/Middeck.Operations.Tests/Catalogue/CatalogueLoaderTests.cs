using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Tests.Catalogue;

public sealed class CatalogueLoaderTests : HomeTest
{
    [Fact]
    public void Without_a_file_there_are_no_services()
        => Assert.Empty(CatalogueLoader.Load(Test.Home).Services);

    [Fact]
    public void Every_key_is_read()
    {
        var service = Load(
            """
            services:
              store:
                command: [store, "--port=${port:http}", "$${kept}"]
                ports: { http: 4000 }
              web:
                description: pages
                enabled: false
                command: [web, "${port:store.http}", "${home}"]
                folder: web
                environment: { STORE: "http://127.0.0.1:${port:store.http}", DATA: "${data}", WORD: "${secret_file:word}", DB: "${port:postgres.sql}" }
                ports:
                  http: { number: 4001, address: 0.0.0.0, purpose: pages, layer: entry }
                  wire: { number: 4001, protocol: udp }
                depends_on: [store, platform]
                health: { http: "http://127.0.0.1:${port:http}/up", interval: 2s, timeout: 500ms, failures: 2, start_period: 1m30s }
                restart: { when: on_failure, most_failures: 4, longest_pause: 5m }
                limits: { memory: 512MB, cpus: 1.5, open_files: 4096 }
                log: { max_size: 1GB, keep: 2 }
                stop_timeout: 45s
                files: { web/page.txt: "port ${port:http}" }
                route: { path: /web/, strip_prefix: true, targets: ["http://10.0.0.1:1", "http://10.0.0.2:1"], administrative: true, max_body: 10MB, timeout: 2m }
            """).Find("web")!;

        Assert.Equal(("pages", false, ServiceKind.Process, "services.yaml:5"), (service.Description, service.IsEnabled, service.Kind, service.FileLine));
        Assert.Equal(["web", "4000", Test.Home.Root], service.Command);
        Assert.Equal(Path.Combine(Test.Home.Root, "web"), service.Folder);
        Assert.Equal("http://127.0.0.1:4000", service.Environment["STORE"]);
        Assert.Equal(Path.Combine(Test.Home.Root, "data", "web"), service.Environment["DATA"]);
        Assert.Equal([service.Environment["WORD"]], service.SecretFiles);
        // Known only when it starts.
        Assert.Equal("${port:postgres.sql}", service.Environment["DB"]);
        Assert.Equal(new ServicePort("http", 4001, "tcp", "0.0.0.0", "pages", "entry") { FileLine = "services.yaml:12" }, service.Ports[0]);
        Assert.Equal(["store", "platform"], service.DependsOn);
        Assert.Equal(
            new ServiceHealth
            {
                Http = new Uri("http://127.0.0.1:4001/up"),
                Command = service.Health!.Command,
                Interval = TimeSpan.FromSeconds(2),
                Timeout = TimeSpan.FromMilliseconds(500),
                Failures = 2,
                StartPeriod = TimeSpan.FromSeconds(90),
            },
            service.Health);
        Assert.Equal(
            new ServiceRestart { When = RestartWhen.OnFailure, MostFailures = 4, LongestPause = TimeSpan.FromMinutes(5) }, service.Restart);
        Assert.Equal(new ServiceLimits(512 * 1024 * 1024, 1.5, 4096), service.Limits);
        Assert.Equal(new ServiceLog(1024 * 1024 * 1024, 2), service.Log);
        Assert.Equal(TimeSpan.FromSeconds(45), service.StopTimeout);
        Assert.Equal("port 4001", service.Files[Path.Combine(Test.Home.Root, "web/page.txt")]);
        Assert.Equal(
            ("/web", true, 2, true, 10 * 1024 * 1024L, TimeSpan.FromMinutes(2)),
            (service.Route!.Path, service.Route.StripPrefix, service.Route.Targets.Count, service.Route.IsAdministrative, service.Route.MaxBodyBytes, service.Route.Timeout));
    }

    [Theory]
    [InlineData("services:\n  a: [1\n", "services.yaml:3: the file is not readable as YAML")]
    [InlineData("- a\n", "services.yaml:1: the file is not readable as YAML: expected 'services:'")]
    [InlineData("service:\n  a: 1\n", "services.yaml:1: service: there is no such key. Did you mean services?")]
    [InlineData("services:\n  A b:\n    command: x\n", "services.yaml:2: services.A b: a name has lower-case letters")]
    [InlineData("services:\n  platform:\n    command: x\n", "services.yaml:2: services.platform: the platform itself has a part of this name")]
    [InlineData("services:\n  a:\n    comand: x\n", "services.yaml:3: services.a.comand: there is no such key. Did you mean command?")]
    [InlineData("services:\n  a:\n    kind: docker\n    command: x\n", "services.yaml:3: services.a.kind = docker: it must be one of process, systemd, compose, url.")]
    [InlineData("services:\n  a:\n    enabled: true\n", "services.yaml:3: services.a.command: a process needs a command")]
    [InlineData("services:\n  a:\n    kind: url\n    url: http://x\n    command: x\n", "services.yaml:5: services.a.command: a service of the kind url has no such key.")]
    [InlineData("services:\n  a:\n    command: x\n    stop_timeout: soon\n", "services.yaml:4: services.a.stop_timeout = soon: it must be a duration such as 500ms, 10s, 5m or 2h.")]
    [InlineData("services:\n  a:\n    command: x\n    limits: { memory: much }\n", "services.yaml:4: services.a.limits.memory = much: it must be a size such as 512MB")]
    [InlineData("services:\n  a:\n    command: x\n    ports: { http: 70000 }\n", "services.yaml:4: services.a.ports.http.number = 70000: it must be a whole number from 1 to 65535.")]
    [InlineData("services:\n  a:\n    command: [x, \"${port:htp}\"]\n    ports: { http: 1 }\n", "services.yaml:3: services.a.command: ${port:htp}: there is no such port; there are http, platform.http, postgres.sql.")]
    [InlineData("services:\n  a:\n    command: x\n    health: { http: http://x, tcp: \"x:1\" }\n", "services.yaml:4: services.a.health.tcp: give exactly one of http, tcp and command.")]
    [InlineData("services:\n  a:\n    command: x\n    depends_on: [b]\n", "services.yaml:2: services.a.depends_on = b: there is no such service")]
    [InlineData("services:\n  a:\n    command: x\n    depends_on: b\n  b:\n    command: x\n    depends_on: a\n", "services.yaml:2: depends_on: these need one another in a circle: a → b → a.")]
    [InlineData("services:\n  a:\n    command: x\n    ports: { http: 4000 }\n  b:\n    command: x\n    ports: { http: 4000 }\n", "services.yaml:7: services.b.ports.http = 4000: services.a.ports.http (services.yaml:4) has this port already.")]
    [InlineData("services:\n  a:\n    command: x\n    ports: { http: 1 }\n    route: { path: /x }\n  b:\n    command: x\n    ports: { http: 2 }\n    route: { path: /X }\n", "services.yaml:6: services.b.route.path = /X: a has this route already.")]
    [InlineData("services:\n  a:\n    command: x\n    ports: { http: 1 }\n    route: { path: /api }\n", "services.yaml:2: services.a.route.path = /api: the platform itself answers there.")]
    [InlineData("services:\n  a:\n    command: x\n    route: { path: /a }\n", "services.yaml:2: services.a.route: it leads nowhere")]
    [InlineData("services:\n  a:\n    preset: grafanna\n", "services.yaml:3: services.a.preset: There is no ready-made entry grafanna. Did you mean grafana?")]
    public void A_fault_names_file_line_key_and_what_is_allowed(string yaml, string expected)
    {
        var refusal = Assert.Throws<RefusedException>(() => Load(yaml));

        Assert.Equal(ExitCode.Configuration, refusal.Code);
        Assert.StartsWith(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refusal = Assert.Throws<RefusedException>(() => Load("services:\n  a:\n    kind: x\n    comand: y\n    stop_timeout: z\n"));

        Assert.Equal(4, refusal.Message.Split('\n').Length);
    }

    [Fact]
    public void A_ready_made_entry_is_overridden_key_by_key()
    {
        var grafana = Load("services:\n  grafana:\n    preset: grafana\n    ports: { http: 3333 }\n    environment: { EXTRA: \"1\" }\n").Find("grafana")!;

        Assert.Equal((3333, "dashboards"), (grafana.Ports[0].Number, grafana.Ports[0].Purpose));
        Assert.Equal(("3333", "1"), (grafana.Environment["GF_SERVER_HTTP_PORT"], grafana.Environment["EXTRA"]));
        Assert.Equal("http://127.0.0.1:3333/api/health", grafana.Health!.Http!.ToString());
    }

    [Fact]
    public void All_ready_made_entries_go_together()
    {
        var catalogue = Load($"services:\n{string.Concat(ServicePresets.Names.Select(name => $"  {name}:\n    preset: {name}\n"))}");

        Assert.Equal(14, catalogue.Services.Count);
        Assert.All(catalogue.Services, service => Assert.True(service.Health is not null && service.Description.Length > 0 && service.Ports.Count > 0));
    }

    private ServiceCatalogue Load(string yaml)
    {
        File.WriteAllText(Test.Home.ServicesFile, yaml);
        return CatalogueLoader.Load(Test.Home);
    }
}
