using Middeck.Core.Errors;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class UnrecordedUsageTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    [Fact]
    public async Task An_answer_whose_usage_cannot_be_recorded_does_not_end_well()
    {
        await GivenProviderAsync();
        await Database.ExecuteAsync($"ALTER TABLE models.usage RENAME TO usage_elsewhere", CancellationToken.None);

        var fault = await RefusalAsync("mock/echo");

        Assert.Equal(("models.usage_not_recorded", FaultKind.Unavailable), (fault.Code, fault.Kind));
        // What went wrong first is what is told.
        Assert.Equal("models.upstream_cut_off", (await RefusalAsync("mock/cut")).Code);
    }
}
