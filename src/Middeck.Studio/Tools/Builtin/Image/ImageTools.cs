using Middeck.Models.Gateway;
using Middeck.Studio.Files;
using Middeck.Studio.Tools.Builtin.Web;

namespace Middeck.Studio.Tools.Builtin.Image;

/// <summary>Has pictures drawn by an image model of the workspace.</summary>
internal sealed class ImageTools(IModelImages models, PageFetcher pages) : IBuiltinTools
{
    private const int MostImages = 4;

    public IReadOnlyList<BuiltinTool> All =>
    [
        new(
            "image",
            new ToolInfo(
                "draw",
                new ToolWords("生成图片", "Draw a picture"),
                new ToolWords("用工作区的图像模型按描述生成图片。", "Draws a picture of what a text says by an image model of the workspace."),
                ToolSchema.Of(
                    """
                    "prompt": {"type": "string", "description": "What the picture shows, in detail"},
                    "size": {"type": "string", "description": "Such as 1024x1024; the model's own when left out"},
                    "n": {"type": "integer", "minimum": 1, "maximum": 4, "description": "How many; 1 when left out"},
                    "model": {"type": "string", "description": "provider/model; the workspace's default image model when left out"}
                    """,
                    "prompt"),
                "🎨"),
            DrawAsync),
    ];

    private async Task<ToolResult> DrawAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var count = arguments.OptionalText("n") is { Length: > 0 } ? arguments.WholeNumber("n") : 1;
        if (count is < 1 or > MostImages)
        {
            throw ToolFaults.Argument($"n is a number from 1 to {MostImages}.");
        }

        var wish = new ImageWish(
            arguments.Text("prompt"), arguments.OptionalText("size") is { Length: > 0 } size ? size : null, (int)count);
        var model = arguments.OptionalText("model") is { Length: > 0 } named ? named : null;
        var files = new List<ToolFile>();
        foreach (var image in await models.DrawAsync(context.Caller, model, wish, cancellationToken))
        {
            // Where there is an address alone, it holds for a while only.
            var content = image.Content ?? (await pages.FetchAsync(context.Caller.WorkspaceId, image.Url!, cancellationToken)).Body;
            files.Add(new ToolFile($"image{(files.Count == 0 ? "" : $"_{files.Count + 1}")}.{ExtensionOf(content.Span)}", content));
        }

        return new ToolResult("The picture is drawn and shown to the person. Say in a sentence what it shows.") { Files = files };
    }

    private static string ExtensionOf(ReadOnlySpan<byte> content)
    {
        foreach (var extension in (ReadOnlySpan<string>)["png", "jpg", "webp", "gif"])
        {
            if (ImageSignature.Fits(extension, content))
            {
                return extension;
            }
        }

        return "bin";
    }
}
