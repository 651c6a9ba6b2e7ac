using Microsoft.Extensions.Options;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Entry;

/// <summary>Whether the platform is under maintenance: by its setting, or while the file <c>run/maintenance</c> is there.</summary>
internal sealed class MaintenanceSwitch(IOptions<EntryOptions> options, IOptions<ServerOptions> server, TimeProvider clock)
{
    /// <summary>The file's name in the home's <c>run</c> folder.</summary>
    public const string FileName = "maintenance";

    private const int LongestWords = 500;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly string? _file = server.Value.Home.Length > 0 ? new MiddeckHome(server.Value.Home).RunFile(FileName) : null;
    private volatile string? _words = options.Value.Maintenance ? "" : null;
    private long _looked = long.MinValue;

    /// <summary>What the operator wrote for people, perhaps nothing; null when there is no maintenance.</summary>
    public string? Words
    {
        get
        {
            if (_file is null || options.Value.Maintenance)
            {
                return _words;
            }

            // Requests look at the file, one of them a second: nothing runs while nobody comes.
            var looked = Interlocked.Read(ref _looked);
            if ((looked == long.MinValue || clock.GetElapsedTime(looked) >= Step)
                && Interlocked.CompareExchange(ref _looked, clock.GetTimestamp(), looked) == looked)
            {
                _words = Read(_file);
            }

            return _words;
        }
    }

    private static string? Read(string file)
    {
        try
        {
            var words = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
            return words is { Length: > LongestWords } ? words[..LongestWords] : words;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // It went away meanwhile, or is there and belongs to somebody else: then it still says that there is maintenance.
            return File.Exists(file) ? "" : null;
        }
    }
}
