using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Middeck.Search.Bench;

/// <summary>hnswlib, the C++ library of the paper's authors, as npm's <c>hnswlib-node</c> compiles it.</summary>
internal sealed class HnswPeer : IDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;

    private HnswPeer(Process process) => _process = process;

    internal sealed record Build(double Seconds, long Bytes);

    internal sealed record Round(double Recall, double PerSecond);

    /// <summary>Starts it on data that was written to a folder; null, with the reason, when it does not install.</summary>
    public static HnswPeer? TryStart(VectorData data, string folder, int neighbours, int buildWidth, TextWriter report)
    {
        var home = Path.Combine(Here(), "peer");
        try
        {
            if (!Directory.Exists(Path.Combine(home, "node_modules", "hnswlib-node")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", "install --no-audit --no-fund --silent")
                {
                    WorkingDirectory = home,
                })!;
                install.WaitForExit();
                if (install.ExitCode != 0)
                {
                    report.WriteLine($"hnswlib-node does not install here (npm ended with {install.ExitCode}).");
                    return null;
                }
            }

            return new HnswPeer(Process.Start(new ProcessStartInfo(
                "node",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--expose-gc peer.mjs {folder} {data.Dimensions} {data.Limit} {neighbours} {buildWidth}"))
            {
                WorkingDirectory = home,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            report.WriteLine($"hnswlib-node cannot run here: {missing.Message}.");
            return null;
        }
    }

    public Build BuildIndex() => Ask<Build>("build");

    public Round Search(int width) => Ask<Round>(string.Create(CultureInfo.InvariantCulture, $"search {width}"));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private T Ask<T>(string command)
    {
        _process.StandardInput.WriteLine(command);
        var answer = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("hnswlib-node ended in the middle.");
        return JsonSerializer.Deserialize<T>(answer, _json)!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
