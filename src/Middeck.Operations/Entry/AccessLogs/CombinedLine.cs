using System.Buffers;
using System.Globalization;
using System.Text;

namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>The combined log format of Apache and nginx, for programs that read it.</summary>
/// <example>10.0.0.7 - - [01/Jun/2026:08:00:00 +0000] "GET /grafana/?orgId=1 HTTP/1.1" 200 512 "-" "Mozilla/5.0"</example>
internal sealed class CombinedLine : IAccessLine
{
    public void Write(in AccessEntry entry, IBufferWriter<byte> output)
    {
        var line = new StringBuilder();
        line.Append(entry.Client?.ToString() ?? "-").Append(" - ");
        Append(line, entry.User is { Length: > 0 } user ? user.Replace(' ', '_') : "-");
        line.Append(" [").Append(entry.At.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture)).Append(" +0000] \"");
        Append(line, $"{entry.Method} {QuerySecrets.OfPath(entry.Path)}");
        if (entry.Query is { Length: > 1 } query)
        {
            Append(line.Append('?'), QuerySecrets.OfQuery(query));
        }

        line.Append(' ').Append(entry.Protocol).Append("\" ").Append(entry.Status).Append(' ');
        line.Append(entry.Bytes?.ToString(CultureInfo.InvariantCulture) ?? "-").Append(" \"");
        Append(line, entry.Referer is { Length: > 0 } referer ? QuerySecrets.OfReferer(referer) : "-");
        Append(line.Append("\" \""), entry.UserAgent is { Length: > 0 } agent ? agent : "-");
        Encoding.UTF8.GetBytes(line.Append("\"\n").ToString(), output);
    }

    // As nginx does: nothing that a client sends can end the field or the line.
    private static void Append(StringBuilder line, string text)
    {
        foreach (var letter in text)
        {
            if (letter is '"' or '\\' || char.IsControl(letter))
            {
                line.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:X2}");
            }
            else
            {
                line.Append(letter);
            }
        }
    }
}
