using System.ComponentModel.DataAnnotations;
using Middeck.Operations.Entry.AccessLogs;
using Middeck.Operations.Entry.Certificates;
using Middeck.Operations.Entry.Networks;

namespace Middeck.Operations.Entry;

/// <summary>The unified entry: encryption, limits, networks, maintenance and its log. Routes stand in <c>services.yaml</c>.</summary>
public sealed class EntryOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "entry";

    /// <summary><c>off</c>, <c>file</c> (your certificate) or <c>local</c> (one that is made here, which browsers warn about).</summary>
    public EntryTls Tls { get; set; }

    /// <summary>The port with encryption, 0 to 65535; 0 takes any free one. In prod 443.</summary>
    [Range(0, 65535)]
    public int TlsPort { get; set; } = 7443;

    /// <summary>The certificate and its chain as PEM, or with its key as PFX. Read again when it changes.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The certificate's key as PEM; empty when it stands in the certificate's file.</summary>
    public string CertificateKeyFile { get; set; } = "";

    /// <summary>The password of a PFX file or of an encrypted key.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Names and addresses by which people reach the platform besides that of <c>server.public_url</c>; the local certificate is valid for them.</summary>
    public string[] HostNames { get; set; } = [];

    /// <summary>Whether requests without encryption are led to <c>tls_port</c>. Health checks, and programs on this machine that call an API, are not.</summary>
    public bool Redirect { get; set; } = true;

    /// <summary>How many days browsers insist on encryption after a visit (HSTS), 0 to 730; in prod 365. Never said with a local certificate.</summary>
    [Range(0, 730)]
    public int HstsDays { get; set; }

    /// <summary>Addresses and networks of proxies before us whose <c>X-Forwarded-*</c> headers are believed. Those of all others are ignored.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>Networks from which administrative services and <c>admin_paths</c> can be reached. Empty: this machine and private networks.</summary>
    public string[] AdminNetworks { get; set; } = [];

    /// <summary>Paths of the platform that only <c>admin_networks</c> reach, such as <c>/admin</c> and <c>/api/v1/admin</c>.</summary>
    public string[] AdminPaths { get; set; } = [];

    /// <summary>Requests a minute from one address of the network, and on average: so many at once refill in a minute. 0: no limit. In prod 6000.</summary>
    [Range(0, 10_000_000)]
    public int RequestsPerMinutePerAddress { get; set; }

    /// <summary>Requests a minute of one person or key to the platform's APIs. 0: no limit. In prod 3000.</summary>
    [Range(0, 10_000_000)]
    public int RequestsPerMinutePerUser { get; set; }

    /// <summary>The largest request body in bytes; uploads and routes of services name their own.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long a service may be silent in a request before it is given up; a route may name its own.</summary>
    public TimeSpan ServiceTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether texts are sent compressed to those who can read that; streams of events never are.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>Whether everybody gets the maintenance page. The file <c>run/maintenance</c> does the same without a restart; what it holds is shown.</summary>
    public bool Maintenance { get; set; }

    /// <summary>After how many seconds clients may try again during maintenance, 1 to 86400.</summary>
    [Range(1, 86400)]
    public int MaintenanceRetrySeconds { get; set; } = 120;

    /// <summary>The form of <c>logs/access.log</c>: <c>json</c>, <c>combined</c> (as of Apache and nginx) or <c>off</c>.</summary>
    public AccessLogFormat AccessLog { get; set; } = AccessLogFormat.Json;

    /// <summary>The access log begins anew after so many megabytes, 1 to 10000; four old ones are kept.</summary>
    [Range(1, 10_000)]
    public int AccessLogMegabytes { get; set; } = 20;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (NetworkList.FirstWrong(TrustedProxies) is { } proxy)
        {
            yield return NoNetwork(proxy, nameof(TrustedProxies));
        }

        if (NetworkList.FirstWrong(AdminNetworks) is { } network)
        {
            yield return NoNetwork(network, nameof(AdminNetworks));
        }

        if (Array.Find(AdminPaths, path => path.Length < 2 || path[0] != '/') is { } wrong)
        {
            yield return new ValidationResult($"'{wrong}' is no path such as /admin", [nameof(AdminPaths)]);
        }

        if (Tls == EntryTls.File && CertificateFile.Length == 0)
        {
            yield return new ValidationResult("entry.tls is file, so it must name the certificate", [nameof(CertificateFile)]);
        }

        if (ServiceTimeout <= TimeSpan.Zero)
        {
            yield return new ValidationResult("it must be longer than 00:00:00", [nameof(ServiceTimeout)]);
        }
    }

    private static ValidationResult NoNetwork(string text, string member)
        => new($"'{text}' is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/8", [member]);
}
