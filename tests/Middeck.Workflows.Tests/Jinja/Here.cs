using System.Runtime.CompilerServices;
using Middeck.Workflows.Jinja;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Jinja;

/// <summary>Renders with the engine's own renderer.</summary>
internal static class Here
{
    private static readonly JinjaRenderer _renderer = new(new JinjaLimits { MaxTime = TimeSpan.FromMinutes(1) }, TimeProvider.System);

    public static async Task<Rendered> RenderAsync(string template, string context = "{}")
    {
        try
        {
            return new Rendered(await _renderer.RenderAsync(template, SegmentJson.Parse(context).Fields, CancellationToken.None));
        }
        catch (NodeException failure)
        {
            var colon = failure.Message.IndexOf(": ", StringComparison.Ordinal);
            return new Rendered(
                null, failure.Kind, failure.Message[(colon + 2)..], int.Parse(failure.Message.AsSpan(5, colon - 5), provider: null));
        }
    }

    /// <summary>The templates in a file beside this one, with a line of equals signs between them.</summary>
    public static string[] Cases(string name, [CallerFilePath] string file = "")
        => File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, name)).Split("\n=====\n");
}
