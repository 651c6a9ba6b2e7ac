using System.Net.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Entry.Certificates;

/// <summary>The certificate that handshakes use. A changed file is taken over by itself; one that cannot be read leaves the last good one.</summary>
internal sealed partial class CertificateSource
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private readonly EntryOptions _entry;
    private readonly ServerOptions _server;
    private readonly TimeProvider _clock;
    private readonly ILogger<CertificateSource> _logger;
    private readonly Lock _reading = new();
    private volatile Loaded _loaded;
    private long _looked;

    /// <exception cref="RefusedException">There is none that can be used.</exception>
    public CertificateSource(
        IOptions<EntryOptions> entry, IOptions<ServerOptions> server, TimeProvider clock, ILogger<CertificateSource> logger)
    {
        (_entry, _server, _clock, _logger) = (entry.Value, server.Value, clock, logger);
        _loaded = Load(Stamp());
        _looked = clock.GetTimestamp();
    }

    public EntryCertificate Current => Renewed().Certificate;

    /// <summary>For one handshake. The protocols of ALPN are added by the server from its own list.</summary>
    public SslServerAuthenticationOptions ForHandshake() => new() { ServerCertificateContext = Renewed().Context };

    /// <summary>What the configuration names, read now.</summary>
    public static EntryCertificate Read(ServerOptions server, EntryOptions entry, DateTimeOffset now)
        => entry.Tls == EntryTls.Local
            ? LocalCertificate.Ensure(new MiddeckHome(server.Home), server, entry, now)
            : CertificateFiles.Read(entry.CertificateFile, entry.CertificateKeyFile, entry.CertificatePassword);

    private Loaded Renewed()
    {
        // Looked at by handshakes, at most every two seconds: nothing runs while nobody comes.
        var looked = Interlocked.Read(ref _looked);
        if (_clock.GetElapsedTime(looked) < Step
            || Interlocked.CompareExchange(ref _looked, _clock.GetTimestamp(), looked) != looked)
        {
            return _loaded;
        }

        lock (_reading)
        {
            var stamp = Stamp();
            if (stamp != _loaded.Stamp)
            {
                Take(stamp);
            }
        }

        return _loaded;
    }

    private void Take(string stamp)
    {
        try
        {
            _loaded = Load(stamp);
            LogReloaded(_loaded.Certificate.Fingerprint, _loaded.Certificate.NotAfter);
        }
        catch (RefusedException ex)
        {
            // Written at this moment, or broken. Said once for this state of the files; the next one is tried again.
            _loaded = _loaded with { Stamp = stamp };
            LogKept(ex.Sentence.English);
        }
    }

    private Loaded Load(string stamp)
    {
        var now = _clock.GetUtcNow();
        var certificate = Read(_server, _entry, now);
        if (CertificateMessages.Of(certificate, now) is { } warning)
        {
            LogWarning(warning.English);
        }

        return new Loaded(certificate, certificate.ForHandshake(), _entry.Tls == EntryTls.Local ? Stamp() : stamp);
    }

    // A local one is not changed from outside, but its end comes while we run.
    private string Stamp() => _entry.Tls == EntryTls.Local
        ? (_loaded is { } loaded && loaded.Certificate.NotAfter - EntryCertificate.Notice < _clock.GetUtcNow() ? "ending" : "kept")
        : CertificateFiles.StampOf(_entry.CertificateFile, _entry.CertificateKeyFile);

    private sealed record Loaded(EntryCertificate Certificate, SslStreamCertificateContext Context, string Stamp);

    [LoggerMessage(LogLevel.Information, "The entry's certificate was read again: {Fingerprint}, valid until {End}.")]
    private partial void LogReloaded(string fingerprint, DateTimeOffset end);

    [LoggerMessage(LogLevel.Error, "The entry keeps its certificate: {Reason}")]
    private partial void LogKept(string reason);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(string warning);
}
