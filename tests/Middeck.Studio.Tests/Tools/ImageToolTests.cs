using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tests.Workflows;
using Middeck.Testing;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Tests.Tools;

public sealed class ImageToolTests(PostgresFixture postgres) : GraphTest(postgres)
{
    [Fact]
    public async Task A_workflow_has_pictures_drawn_and_hands_them_on_as_files()
    {
        var drawn = await RunNodeAsync(Node(new JsonObject { ["prompt"] = "tea", ["n"] = 2, ["model"] = "mock/gpt-image-1" }));

        Assert.True(drawn.Status == NodeStatus.Succeeded, drawn.Result.Error);
        var files = drawn.Result.Outputs["files"].Items;
        Assert.Equal(["image.png", "image_2.png"], files.Select(file => file.File!.Name));
        Assert.All(files, file => Assert.Equal("image", file.File!.Type));
        Assert.Equal(("mock/gpt-image-1", "tea"), (Painter.Wishes.Single().Model, Painter.Wishes.Single().Wish.Prompt));

        // Some models say where the picture is in its place.
        await using var server = await AskedServer.StartAsync(context => context.Response.Body.WriteAsync(PointPainter.Point).AsTask());
        Painter.Url = server.Url;
        Assert.Equal("image.png", Assert.Single((await RunNodeAsync(Node(new JsonObject { ["prompt"] = "tea" }))).Result.Outputs["files"].Items).File!.Name);
        var many = await RunNodeAsync(Node(new JsonObject { ["prompt"] = "tea", ["n"] = 9 }));
        Assert.Contains("n is a number from 1 to 4.", many.Result.Error, StringComparison.Ordinal);
    }

    private PointPainter Painter => Host.Get<PointPainter>();

    private static JsonObject Node(JsonObject parameters) => new()
    {
        ["type"] = "tool",
        ["provider_type"] = "builtin",
        ["provider_id"] = "image",
        ["tool_name"] = "draw",
        ["tool_parameters"] = parameters,
    };
}
