using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class ModerationTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private IModelModeration Moderation => Services.GetRequiredService<IModelModeration>();

    [Fact]
    public async Task A_model_that_judges_content_says_whether_a_text_may_be_shown()
    {
        await GivenProviderAsync();

        Assert.True(await Moderation.IsFlaggedAsync(Call, "mock/omni-moderation", "a forbidden thing", CancellationToken.None));
        Assert.Equal(ModelType.Moderation, (await TheCallAsync()).Type);
        Assert.False(await Moderation.IsFlaggedAsync(Call, "mock/omni-moderation", "a nice thing", CancellationToken.None));
    }

    [Fact]
    public async Task Without_such_a_model_there_is_no_verdict()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => Moderation.IsFlaggedAsync(Call, null, "a text", CancellationToken.None));
        Assert.Equal("models.not_found", refusal.Fault.Code);
    }
}
