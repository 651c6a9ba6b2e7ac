using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Certificates;

namespace Middeck.Operations.Tests.Entry;

/// <summary>The entry with a certificate.</summary>
public sealed class EncryptionTests : HomeTest
{
    [Fact]
    public async Task A_local_certificate_is_made_once_for_all_names_and_requests_without_encryption_are_led_to_it()
    {
        await using var entry = await EntryHost.StartAsync(new ChangingCatalogue(), new()
        {
            ["server:home"] = Test.Home.Root,
            ["server:publicurl"] = "https://ai.example.com",
            ["entry:tls"] = "local",
            ["entry:hostnames:0"] = "ai.internal",
        });
        using var client = entry.Client(entry.TlsAddress);
        client.DefaultRequestVersion = HttpVersion.Version20;
        using var encrypted = await client.GetAsync("/");
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/") { Version = HttpVersion.Version20 });
        using var plain = await entry.GetAsync("/w/x?y=1", ("Host", "ai.example.com:80"), ("Accept", "text/html"));
        using var health = await entry.GetAsync("/health/live");
        using var program = await entry.GetAsync("/api/v1/apps");
        var shown = await ShownAsync(entry);

        Assert.Equal(HttpVersion.Version20, encrypted.Version);
        Assert.Equal("platform 127.0.0.1 https", await encrypted.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.PermanentRedirect, plain.StatusCode);
        Assert.Equal($"https://ai.example.com:{entry.TlsAddress.Port}/w/x?y=1", plain.Headers.Location?.ToString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (health.StatusCode, program.StatusCode));
        Assert.Empty(new[] { "ai.example.com", "ai.internal", "localhost", "127.0.0.1" }.Except(NamesOf(shown)));
        var file = LocalCertificate.FileOf(Test.Home);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var server = new ServerOptions { Home = Test.Home.Root, PublicUrl = "https://ai.example.com" };
        var options = new EntryOptions { Tls = EntryTls.Local, HostNames = ["ai.internal"] };
        var now = entry.Clock.GetUtcNow();
        Assert.Equal(shown.Thumbprint, LocalCertificate.Ensure(Test.Home, server, options, now).Leaf.Thumbprint);
        Assert.NotEqual(shown.Thumbprint, LocalCertificate.Ensure(Test.Home, server, options, now.AddDays(380)).Leaf.Thumbprint);
    }

    [Fact]
    public async Task A_changed_certificate_file_is_taken_over_a_broken_one_is_not_and_an_expired_one_is_reported()
    {
        var file = Path.Combine(Test.Home.Root, "entry.pem");
        var first = Write(file, TimeSpan.FromDays(90));
        await using var entry = await EntryHost.StartAsync(new ChangingCatalogue(), new()
        {
            ["entry:tls"] = "file",
            ["entry:certificatefile"] = file,
        });
        var before = await ShownAsync(entry);
        var second = Write(file, TimeSpan.FromDays(80));
        entry.Clock.Advance(TimeSpan.FromSeconds(2));
        var changed = await ShownAsync(entry);
        await File.WriteAllTextAsync(file, "-----BEGIN CERTIFICATE-----\nhalf");
        entry.Clock.Advance(TimeSpan.FromSeconds(2));
        var kept = await ShownAsync(entry);
        var healthy = await HealthAsync(entry);
        Write(file, TimeSpan.FromDays(-1));
        entry.Clock.Advance(TimeSpan.FromSeconds(2));
        var expired = await HealthAsync(entry);

        Assert.Equal(first, before.Thumbprint);
        Assert.Equal((second, second), (changed.Thumbprint, kept.Thumbprint));
        Assert.Equal(HealthStatus.Healthy, healthy.Status);
        Assert.Equal(HealthStatus.Degraded, expired.Status);
        Assert.Contains("expired on", expired.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_stops_the_start_with_a_sentence()
    {
        var file = Path.Combine(Test.Home.Root, "entry.pem");
        var other = Path.Combine(Test.Home.Root, "other.pem");
        Write(file, TimeSpan.FromDays(90));
        Write(other, TimeSpan.FromDays(90));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => EntryHost.StartAsync(new ChangingCatalogue(), new()
        {
            ["entry:tls"] = "file",
            ["entry:certificatefile"] = file,
            ["entry:certificatekeyfile"] = other,
        }));

        Assert.Equal(ExitCode.EntryCertificate, refused.Code);
        Assert.Contains(other, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pfx_file_is_read_with_its_password_and_its_end_is_reported()
    {
        using var key = ECDsa.Create();
        using var made = Make(key, TimeSpan.FromDays(5));
        var file = Path.Combine(Test.Home.Root, "entry.pfx");
        File.WriteAllBytes(file, made.Export(X509ContentType.Pfx, "pass word"));
        var options = new EntryOptions { Tls = EntryTls.File, CertificateFile = file, CertificatePassword = "pass word" };

        var report = CertificateReport.Of(new ServerOptions(), options, TimeProvider.System.GetUtcNow());

        Assert.Equal(("expiring", "entry.example.com"), (report.State, report.Names.Single()));
        Assert.Equal(made.GetCertHashString(HashAlgorithmName.SHA256), report.Fingerprint.Replace(":", "", StringComparison.Ordinal));
        Assert.NotNull(report.Warning);
    }

    private static async Task<X509Certificate2> ShownAsync(EntryHost entry)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, entry.TlsAddress.Port);
        await using var stream = new SslStream(client.GetStream(), false, (_, certificate, _, _) => certificate is not null);
        await stream.AuthenticateAsClientAsync("ai.example.com");
        return X509CertificateLoader.LoadCertificate(stream.RemoteCertificate!.GetRawCertData());
    }

    private static IEnumerable<string> NamesOf(X509Certificate2 certificate)
        => new EntryCertificate(certificate, []).Names;

    private static async Task<HealthReportEntry> HealthAsync(EntryHost entry)
        => (await entry.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["certificate"];

    private static string Write(string file, TimeSpan lifetime)
    {
        using var key = ECDsa.Create();
        using var certificate = Make(key, lifetime);
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return certificate.Thumbprint;
    }

    private static X509Certificate2 Make(ECDsa key, TimeSpan lifetime)
    {
        var request = new CertificateRequest("CN=entry.example.com", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("entry.example.com");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-100), now + lifetime);
    }
}
