using System.Globalization;
using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Supervision;

/// <summary>Tells whether two entries would run the same thing in the same way.</summary>
internal static class ServiceFingerprint
{
    public static string Of(ServiceEntry entry)
    {
        IEnumerable<string?> parts =
        [
            entry.Kind.ToString(), .. entry.Command, entry.Folder, entry.ComposeFile, entry.Unit, entry.Url?.ToString(),
            .. entry.Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
            .. entry.Ports.Select(port => $"{port.Number}/{port.Protocol}"),
            entry.Limits.ToString(), entry.Log.ToString(), entry.Restart.ToString(), entry.StopTimeout.ToString(),
            .. entry.DependsOn,
            entry.Health is { } health ? $"{health.Http} {health.Tcp} {health.Interval} {health.Timeout} {health.Failures} {health.StartPeriod}" : null,
            .. entry.Health?.Command ?? [],
        ];
        // FNV-1a: it only tells texts apart, and SHA-256 would cost the supervisor 5 MB of OpenSSL.
        var hash = 14695981039346656037UL;
        foreach (var letter in string.Join('\0', parts))
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
