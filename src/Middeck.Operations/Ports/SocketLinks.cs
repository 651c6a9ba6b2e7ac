using System.Globalization;

namespace Middeck.Operations.Ports;

/// <summary>The sockets that a process holds, as its file descriptors name them: <c>socket:[31337]</c>.</summary>
internal static class SocketLinks
{
    public static IReadOnlyList<string> Of(int pid)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd"))
                    .Select(file => new FileInfo(file).LinkTarget)
                    .OfType<string>()
                    .Where(target => target.StartsWith("socket:", StringComparison.Ordinal)),
            ];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or it is another user's.
            return [];
        }
    }
}
