using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Metadata;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Metadata;

public sealed class DocumentMetadataTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private MetadataService Fields => Get<MetadataService>();

    private DocumentMetadata Values => Get<DocumentMetadata>();

    [Theory]
    [InlineData(MetadataType.String, "\" Ada \"", "\"Ada\"")]
    [InlineData(MetadataType.Number, "1.5", "1.5")]
    [InlineData(MetadataType.Number, "42", "42")]
    [InlineData(MetadataType.Time, "\"2026-11-21T08:30:00+08:00\"", "1795221000")]
    [InlineData(MetadataType.Time, "\"2026-11-21\"", "1795219200")]
    [InlineData(MetadataType.Time, "1795219200", "1795219200")]
    [InlineData(MetadataType.String, "null", null)]
    [InlineData(MetadataType.Number, "\"\"", null)]
    public async Task A_value_is_kept_as_its_type_says(MetadataType type, string sent, string? kept)
    {
        var document = await GivenCompletedAsync((await GivenBaseAsync()).Id, "a.txt", "Exits.");
        var field = await FieldAsync(document.BaseId, "author", type);

        var value = Assert.Single(await WriteAsync(document, true, (field.Id, sent)));

        Assert.Equal(kept, value.Value?.GetRawText());
        Assert.Equal(kept is null ? 0 : 1, Assert.Single(await ListAsync(document.BaseId)).ValueCount);
    }

    [Theory]
    [InlineData(MetadataType.String, "5")]
    [InlineData(MetadataType.Number, "\"five\"")]
    [InlineData(MetadataType.Number, "true")]
    [InlineData(MetadataType.Time, "\"tomorrow\"")]
    [InlineData(MetadataType.Time, "1e300")]
    [InlineData(MetadataType.String, "{\"a\":1}")]
    public async Task A_value_of_another_type_is_refused_with_its_place(MetadataType type, string sent)
    {
        var document = await GivenCompletedAsync((await GivenBaseAsync()).Id, "a.txt", "Exits.");
        var field = await FieldAsync(document.BaseId, "author", type);

        var fault = await RefusalAsync(() => WriteAsync(document, true, (field.Id, sent)));

        Assert.Equal(("knowledge.invalid_metadata_value", "values[0].value"), (fault.Code, fault.Field));
    }

    [Fact]
    public async Task Values_that_are_not_named_stay_only_in_a_partial_update()
    {
        var document = await GivenCompletedAsync((await GivenBaseAsync()).Id, "a.txt", "Exits.");
        var author = await FieldAsync(document.BaseId, "author", MetadataType.String);
        var year = await FieldAsync(document.BaseId, "year", MetadataType.Number);
        await WriteAsync(document, true, (author.Id, "\"Ada\""), (year.Id, "2026"));

        var partial = await WriteAsync(document, true, (year.Id, "2027"));
        Assert.Equal(["\"Ada\"", "2027"], partial.Select(value => value.Value?.GetRawText()));

        var whole = await WriteAsync(document, false, (year.Id, "2028"));
        Assert.Equal([null, "2028"], whole.Select(value => value.Value?.GetRawText()));
    }

    [Fact]
    public async Task A_batch_writes_what_it_can_in_one_revision_and_tells_the_rest()
    {
        var kb = await GivenBaseAsync();
        var first = await GivenCompletedAsync(kb.Id, "a.txt", "Exits.");
        var second = await GivenCompletedAsync(kb.Id, "b.txt", "Stairs.");
        var archived = await GivenCompletedAsync(kb.Id, "c.txt", "Doors.");
        await Database.ExecuteAsync($"UPDATE knowledge.document SET archived = true WHERE id = {archived.Id}", CancellationToken.None);
        await FieldAsync(kb.Id, "author", MetadataType.String);
        var before = await RevisionAsync(kb.Id);
        var unknown = Guid.CreateVersion7();

        var outcomes = await Values.WriteAllAsync(
            Caller,
            kb.Id,
            new WriteMetadataBatch
            {
                Documents =
                [
                    .. new[] { first.Id, second.Id, archived.Id, unknown }.Select(id => new DocumentMetadataChange
                    {
                        DocumentId = id,
                        Values = [new MetadataEntry { Name = "author", Value = Json("\"Ada\"") }],
                    }),
                ],
            },
            CancellationToken.None);

        Assert.Equal(
            [null, null, "knowledge.document_archived", "knowledge.document_not_found"], outcomes.Select(outcome => outcome.Code));
        Assert.Equal(before + 1, await RevisionAsync(kb.Id));
        Assert.Equal(2, Assert.Single(await ListAsync(kb.Id)).ValueCount);
    }

    [Theory]
    [InlineData("document_name", "knowledge.metadata_name_reserved")]
    [InlineData("Source", "knowledge.metadata_name_reserved")]
    [InlineData("  ", "knowledge.metadata_name_empty")]
    [InlineData(" author ", "knowledge.metadata_name_taken")]
    public async Task A_name_that_is_taken_or_built_in_is_refused(string name, string code)
    {
        var kb = await GivenBaseAsync();
        await FieldAsync(kb.Id, "author", MetadataType.String);
        var other = await FieldAsync(kb.Id, "year", MetadataType.Number);

        Assert.Equal(code, (await RefusalAsync(() => FieldAsync(kb.Id, name, MetadataType.String))).Code);
        Assert.Equal(
            code,
            (await RefusalAsync(() => Fields.RenameAsync(
                Caller, kb.Id, other.Id, new RenameMetadataField { Name = name }, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task With_a_field_its_values_go()
    {
        var document = await GivenCompletedAsync((await GivenBaseAsync()).Id, "a.txt", "Exits.");
        var field = await FieldAsync(document.BaseId, "author", MetadataType.String);
        await WriteAsync(document, true, (field.Id, "\"Ada\""));

        await Fields.DeleteAsync(Caller, document.BaseId, field.Id, CancellationToken.None);

        Assert.Empty(await ListAsync(document.BaseId));
        Assert.Equal(
            "{}",
            await Database.ScalarAsync<string>(
                $"SELECT metadata::text FROM knowledge.document WHERE id = {document.Id}", CancellationToken.None));
    }

    [Fact]
    public async Task Built_in_fields_are_shown_when_they_are_switched_on()
    {
        var document = await GivenCompletedAsync((await GivenBaseAsync()).Id, "a.txt", "Exits.");
        Assert.Empty(await Values.ReadAsync(Caller, document.BaseId, document.Id, CancellationToken.None));

        await Fields.EnableBuiltInAsync(Caller, document.BaseId, true, CancellationToken.None);

        var values = (await Values.ReadAsync(Caller, document.BaseId, document.Id, CancellationToken.None)).ToDictionary(value => value.Name);
        Assert.Equal("a.txt", values["document_name"].Value!.Value.GetString());
        Assert.Equal(document.CreatedAt.ToUnixTimeSeconds(), values["upload_date"].Value!.Value.GetInt64());
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static async Task<Fault> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<FaultException>(act)).Fault;

    private Task<MetadataField> FieldAsync(Guid baseId, string name, MetadataType type)
        => Fields.CreateAsync(Caller, baseId, new CreateMetadataField { Name = name, Type = type }, CancellationToken.None);

    private async Task<IReadOnlyList<MetadataField>> ListAsync(Guid baseId)
        => (await Fields.ListAsync(Caller, baseId, CancellationToken.None)).Fields;

    private Task<long> RevisionAsync(Guid baseId)
        => Database.ScalarAsync<long>($"SELECT revision FROM knowledge.base WHERE id = {baseId}", CancellationToken.None);

    private Task<IReadOnlyList<MetadataValue>> WriteAsync(DocumentRow document, bool partial, params (Guid Field, string Value)[] values)
        => Values.WriteAsync(
            Caller,
            document.BaseId,
            document.Id,
            new WriteMetadata
            {
                Values = [.. values.Select(value => new MetadataEntry { Id = value.Field, Value = Json(value.Value) })],
                PartialUpdate = partial,
            },
            CancellationToken.None);
}
